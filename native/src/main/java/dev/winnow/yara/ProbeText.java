package dev.winnow.yara;

/**
 * A text to measure a rule on: a start, a unit as often as there is room, and an end, in bytes as ISO 8859-1.
 *
 * @param length in bytes; 0 for both of the standard lengths
 * @param externals index of the external variables it comes with
 * @param name in words, for the refusal
 */
record ProbeText(int length, int externals, String name, String start, String unit, String end) {

    static ProbeText of(String name, String unit) {
        return new ProbeText(0, 0, name, "", unit, "");
    }
}
