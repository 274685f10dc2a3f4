package dev.winnow.yara;

/**
 * Where a string of a rule matched.
 *
 * @param offset bytes from the start of the text
 * @param length bytes; 0 is possible for a regex
 */
public record Span(int offset, int length) implements Comparable<Span> {

    /** By offset, then by length. */
    @Override
    public int compareTo(Span other) {
        return offset != other.offset ? Integer.compare(offset, other.offset) : Integer.compare(length, other.length);
    }
}
