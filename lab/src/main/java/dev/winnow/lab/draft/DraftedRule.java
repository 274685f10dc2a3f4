package dev.winnow.lab.draft;

import java.util.List;

/**
 * A rule that was drafted from a campaign, as files of the rules folder.
 *
 * @param rule its name
 * @param file the name of the rule file
 * @param source the rule file
 * @param examplesFile the name of the file of examples
 * @param examples the file of examples
 * @param parts the strings of the rule, the most telling first
 * @param needed how many of them a message must have
 */
public record DraftedRule(
        String rule, String file, String source, String examplesFile, String examples, List<String> parts, int needed) {
    public DraftedRule {
        parts = List.copyOf(parts);
    }
}
