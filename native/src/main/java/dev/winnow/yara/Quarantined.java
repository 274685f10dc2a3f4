package dev.winnow.yara;

import org.jspecify.annotations.Nullable;

/**
 * A rule that was left out so that the rest can be live.
 *
 * @param file the {@link RuleSource}'s name
 * @param rule the rule's name; null when the whole file had to be left out
 * @param cause the error that decided it
 */
public record Quarantined(String file, @Nullable String rule, CompileMessage cause) {

    /** The fault as a sentence, with the next step. */
    public String sentence() {
        String what = rule == null ? "all of '%s'".formatted(file) : "rule '%s' of '%s'".formatted(rule, file);
        return "%s is not live, the rest is: line %d: %s; correct it and publish again"
                .formatted(what, cause.line(), cause.text());
    }
}
