package dev.winnow.rules;

/**
 * A file of YARA rules.
 *
 * @param name file name without a path, for example {@code banking.yar}
 * @param text YARA source
 */
public record RuleFile(String name, String text) {}
