package dev.winnow.console.pages;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of messages by outcome, for a page. Immutable; any thread.
 *
 * @param all all messages
 * @param outcomes the categories, and other outcomes that have messages
 */
record Mix(long all, List<Outcome> outcomes) {
    /** Outcomes in the order of pages; the first four are always shown. */
    static final List<String> NAMES = List.of("junk", "promotion", "transaction", "clean", "failed", "expired");

    private static final int CATEGORIES = 4;

    /** An outcome with its part in percent. */
    record Outcome(String name, long count, double percent) {}

    /** The mix of counts in the order of {@link #NAMES}. */
    static Mix of(List<Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return new Mix(
                all,
                IntStream.range(0, NAMES.size())
                        .filter(i -> i < CATEGORIES || counts.get(i) > 0)
                        .mapToObj(i -> new Outcome(
                                NAMES.get(i),
                                counts.get(i),
                                all == 0 ? 0 : Math.round(1000.0 * counts.get(i) / all) / 10.0))
                        .toList());
    }
}
