package dev.winnow.yara;

/**
 * A range of a text in Unicode code points, half-open. A match that starts or ends within a character takes all of it.
 *
 * @param start first code point, from 0
 * @param end after the last code point
 */
public record CodePointRange(int start, int end) {}
