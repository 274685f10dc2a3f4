package dev.winnow.worker.scan.link;

import dev.winnow.yara.Facts;

/**
 * What was read about the links of a message.
 *
 * @param facts the external variables for rules
 * @param places the beginning and the end of each link in code points, in the order of the text; not a copy
 * @param folded whether the places are those of the folded text, because the text itself shows no link
 */
// The array has no equality by content, but nothing compares two readings.
@SuppressWarnings("ArrayRecordComponent")
public record LinkReading(Facts facts, int[] places, boolean folded) {
    /** A text without a link. */
    public static final LinkReading NONE = new LinkReading(Facts.NONE, new int[0], false);
}
