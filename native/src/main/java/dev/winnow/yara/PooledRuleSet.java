package dev.winnow.yara;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One live rule set and its idle scanners. */
final class PooledRuleSet {

    private static final int SLOTS =
            Integer.highestOneBit(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));

    private final RuleSet rules;
    private final ScanOptions options;
    private final AtomicReferenceArray<@Nullable Scanner> idle = new AtomicReferenceArray<>(SLOTS);
    private volatile boolean retired;

    PooledRuleSet(RuleSet rules, ScanOptions options) {
        this.rules = rules;
        this.options = options;
    }

    RuleSet rules() {
        return rules;
    }

    /** A scanner that is the caller's alone; null if this rule set is retired. */
    @Nullable Scanner takeScanner() {
        if (retired) {
            return null;
        }
        int start = pickSlot();
        for (int i = 0; i < SLOTS; i++) {
            int slot = (start + i) & (SLOTS - 1);
            if (idle.getPlain(slot) != null) {
                Scanner scanner = idle.getAndSet(slot, null);
                if (scanner != null) {
                    return scanner;
                }
            }
        }
        return rules.tryNewScanner(options).orElse(null);
    }

    /** Keeps the scanner for the next lease; frees it if there is none to come. */
    void putBack(Scanner scanner) {
        int start = pickSlot();
        for (int i = 0; i < SLOTS; i++) {
            if (idle.compareAndSet((start + i) & (SLOTS - 1), null, scanner)) {
                // The retiring thread may have looked at this slot before.
                if (retired) {
                    closeIdle();
                }
                return;
            }
        }
        scanner.close();
    }

    void retireSet() {
        retired = true;
        rules.close();
        closeIdle();
    }

    private void closeIdle() {
        for (int i = 0; i < SLOTS; i++) {
            Scanner scanner = idle.getAndSet(i, null);
            if (scanner != null) {
                scanner.close();
            }
        }
    }

    /** Threads start at different slots, so that each mostly finds its own scanner, warm in its core's cache. */
    private static int pickSlot() {
        return (int) Thread.currentThread().threadId() & (SLOTS - 1);
    }
}
