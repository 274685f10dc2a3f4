package dev.winnow.yara;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The rule set that is live now, replaceable while scans run. A scan works on the set its lease was taken on, to its end; a set
 * that was swapped out is freed when its last lease ends. Any thread; nothing on the scan path takes a lock.
 */
public final class ActiveRules implements AutoCloseable {

    private final ScanOptions options;
    private final AtomicReference<PooledRuleSet> current;
    private volatile boolean closed;

    /**
     * Starts with a rule set, which is from here on owned by this object.
     *
     * @param options for every scanner
     */
    public ActiveRules(RuleSet first, ScanOptions options) {
        this.options = options;
        this.current = new AtomicReference<>(new PooledRuleSet(first, options));
    }

    /**
     * A scanner on the rule set that is live now, for this thread until the lease is closed. Cheap enough for every scan; a lease
     * for a batch of texts is cheaper still.
     *
     * @throws IllegalStateException if this object is closed
     */
    public Lease leaseScanner() {
        while (true) {
            PooledRuleSet generation = current.get();
            Scanner scanner = generation.takeScanner();
            if (scanner != null) {
                return new Lease(generation, scanner);
            }
            if (closed) {
                throw new IllegalStateException("the active rules are closed");
            }
        }
    }

    /**
     * Makes another rule set the live one; it is from here on owned by this object.
     *
     * @throws IllegalStateException if this object is closed; the rule set is then closed too
     */
    public void swapRules(RuleSet next) {
        PooledRuleSet replacement = new PooledRuleSet(next, options);
        current.getAndSet(replacement).retireSet();
        if (closed) {
            replacement.retireSet();
            throw new IllegalStateException("the active rules are closed");
        }
    }

    /** The live rule set, to be asked for its version and rules; it may be swapped out at any time. */
    public RuleSet current() {
        return current.get().rules();
    }

    /** Leases end as usual; there are no new ones. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        current.get().retireSet();
    }

    /** The right to scan on one rule set. One thread. */
    public static final class Lease implements AutoCloseable {

        private final PooledRuleSet generation;
        private final Scanner scanner;
        private boolean ended;

        private Lease(PooledRuleSet generation, Scanner scanner) {
            this.generation = generation;
            this.scanner = scanner;
        }

        /** The rule set this lease holds. */
        public RuleSet rules() {
            return generation.rules();
        }

        /**
         * A scanner on that rule set; its owner is {@link ActiveRules}, so do not close it.
         *
         * @throws IllegalStateException if the lease has ended
         */
        public Scanner scanner() {
            if (ended) {
                throw new IllegalStateException(
                        "the lease on rule set %s has ended; take a new one".formatted(rules().version()));
            }
            return scanner;
        }

        /** Ends the lease. A second call does nothing. */
        @Override
        public void close() {
            if (!ended) {
                ended = true;
                generation.putBack(scanner);
            }
        }
    }
}
