package dev.winnow.yara;

import java.time.Duration;

/**
 * What a scanner does on every scan.
 *
 * <p>libyara looks at the clock only before every 4,096th byte of the text and after every 100 instructions of the conditions, and
 * never inside a regex: the timeout bounds loops in conditions, while the cost of regexes is bounded when rules are admitted. Time in which the thread gets no processor
 * counts too (a container's quota can hold it up for 100 ms), so a short timeout fails texts that are not at fault.
 *
 * @param timeout wall clock for one scan, 1 ms to 1 minute
 * @param spans spans to list for a matching rule, 0 to 64
 */
public record ScanOptions(Duration timeout, int spans) {

    /** 1 second, 4 spans. */
    public static final ScanOptions DEFAULT = new ScanOptions(Duration.ofSeconds(1), 4);

    public ScanOptions {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("scan timeout %s is outside 1 ms to 1 minute".formatted(timeout));
        }
        if (spans < 0 || spans > 64) {
            throw new IllegalArgumentException("%d spans for a match; choose 0 to 64".formatted(spans));
        }
    }
}
