package dev.winnow.yara;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Compiled rules. Immutable, shared by any number of threads, each with a {@link Scanner} of its own. Native memory is freed when
 * the set and the last of its scanners are closed, in any order.
 */
public final class RuleSet implements AutoCloseable {

    /** The engine's name and version, as verdicts carry it. */
    public static final String ENGINE_VERSION = "yara 4.5.8";

    private final long address;
    private final List<Rule> rules;
    private final String version;
    private final AtomicInteger holders;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final LongAdder incompleteScans = new LongAdder();

    RuleSet(long address, List<Rule> rules, String version) {
        this(address, rules, version, new AtomicInteger(1));
    }

    private RuleSet(long address, List<Rule> rules, String version, AtomicInteger holders) {
        this.holders = holders;
        this.address = address;
        this.rules = List.copyOf(rules);
        this.version = version;
    }

    /** All live rules, private ones too; a rule's index is its place here. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * The start of a hash over the engine and the names and texts of the live sources: equal versions judge alike. Eight hex digits
     * after the label, if there is one, as in {@code 2026.11.24-3f9c01ab}; otherwise 16.
     */
    public String version() {
        return version;
    }

    /**
     * The same compiled rules under another version, for rules that are used with something else beside them. Each of both is closed on
     * its own; the native memory is shared.
     *
     * @throws IllegalStateException if the set is closed
     */
    public RuleSet withVersion(String other) {
        if (closed.get() || !tryRetain()) {
            throw new IllegalStateException("rule set %s is closed".formatted(version));
        }
        return new RuleSet(address, rules, other, holders);
    }

    /** Scans that left a rule out because the text exhausted it; only rises. */
    public long incompleteScans() {
        return incompleteScans.sum();
    }

    /** A scanner with {@link ScanOptions#DEFAULT}. */
    public Scanner newScanner() {
        return newScanner(ScanOptions.DEFAULT);
    }

    /**
     * A scanner for one thread at a time. Costs microseconds; keep it for many scans.
     *
     * @throws IllegalStateException if the set is closed
     */
    public Scanner newScanner(ScanOptions options) {
        return tryNewScanner(options)
                .orElseThrow(() -> new IllegalStateException("rule set %s is closed".formatted(version)));
    }

    /** Empty if the set is closed. */
    Optional<Scanner> tryNewScanner(ScanOptions options) {
        if (closed.get() || !tryRetain()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scanner = arena.allocate(ValueLayout.JAVA_LONG);
            int result = Yara.createScanner(address, options.timeout().toNanos(), scanner);
            if (result != 0) {
                releaseHandle();
                throw new OutOfMemoryError("no scanner on rule set %s: %s"
                        .formatted(version, EngineError.of(result).text()));
            }
            return Optional.of(new Scanner(this, options, scanner.get(ValueLayout.JAVA_LONG, 0)));
        }
    }

    /** No new scanners from here on; open ones go on working until they are closed. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            releaseHandle();
        }
    }

    void countIncompleteScan() {
        incompleteScans.increment();
    }

    /** False once the native memory is freed or about to be. */
    private boolean tryRetain() {
        int count;
        do {
            count = holders.get();
            if (count == 0) {
                return false;
            }
        } while (!holders.compareAndSet(count, count + 1));
        return true;
    }

    void releaseHandle() {
        if (holders.decrementAndGet() == 0) {
            Yara.destroyRules(address);
        }
    }
}
