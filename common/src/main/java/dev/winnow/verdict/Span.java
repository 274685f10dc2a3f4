package dev.winnow.verdict;

/**
 * A stretch of the submitted text, half-open.
 *
 * @param start the first code point's index, 0 or more
 * @param end the index after the last code point, more than start
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span must not be empty or negative: [" + start + ", " + end + ")");
        }
    }
}
