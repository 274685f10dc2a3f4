package dev.winnow.yara;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a rule, a file or the set may not go live.
 *
 * @param file the {@link RuleSource}'s name; null for the set as a whole
 * @param rule the rule's name; null for all of the file
 * @param line from 1; 0 where there is none
 * @param reason with the figure that decided, and the next step
 */
public record Refusal(@Nullable String file, @Nullable String rule, int line, String reason) {

    /** In a sentence. */
    public String sentence() {
        if (file == null) {
            return "the rule set is refused: " + reason;
        }
        return rule == null
                ? "%s:%d is refused: %s".formatted(file, line, reason)
                : "rule '%s' (%s:%d) is refused: %s".formatted(rule, file, line, reason);
    }
}
