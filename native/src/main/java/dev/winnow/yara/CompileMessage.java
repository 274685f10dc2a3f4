package dev.winnow.yara;

import org.jspecify.annotations.Nullable;

/**
 * A message of the compiler about a source.
 *
 * @param file the {@link RuleSource}'s name
 * @param line from 1; libyara knows no column
 * @param rule the rule's name, null where the compiler is in none
 * @param code for {@link EngineError#of}; 0 for a warning
 */
public record CompileMessage(
        Level level, String file, int line, @Nullable String rule, String text, int code) {

    /** Errors keep a rule from going live; warnings do not. */
    public enum Level {
        ERROR,
        WARNING
    }

    /** In a sentence, such as {@code rule 'otp_lure' (banking.yar:14) does not compile: undefined string "$url"}. */
    public String sentence() {
        String place = rule == null ? "%s:%d".formatted(file, line) : "rule '%s' (%s:%d)".formatted(rule, file, line);
        return "%s %s: %s"
                .formatted(place, level == Level.ERROR ? "does not compile" : "compiles with a warning", text);
    }
}
