package dev.winnow.yara;

import java.time.Duration;

/**
 * The limits of every scan of a scanner.
 *
 * <p>A rule that costs too much on a text is left out of that text long before this timeout: after some 10 million steps, which is
 * 30 to 100 ms. The timeout counts the processor time of the scanning thread, so a pause of the machine fails no text.
 *
 * @param timeout processor time for one scan, 1 ms to 1 minute
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
