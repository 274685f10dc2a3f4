package dev.winnow.yara;

/**
 * The cost of a rule on the worst text found, as a multiple of the reference rule of {@link Budget}.
 *
 * @param length of the text, in bytes
 * @param text a description of the text
 */
public record RuleCost(Rule rule, int length, double ratio, String text) {}
