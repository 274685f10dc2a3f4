package dev.winnow.yara;

/**
 * What a rule costs on the worst text found, as a multiple of the reference rule of {@link Budget}.
 *
 * @param length of the text, in bytes
 * @param text what the text is, in words
 */
public record RuleCost(Rule rule, int length, double ratio, String text) {}
