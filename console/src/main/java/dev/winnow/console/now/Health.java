package dev.winnow.console.now;

/**
 * One sentence that says whether all is well.
 *
 * @param level the kind of state
 * @param sentence the sentence
 * @param runbook the section of the runbook that helps; empty if all is well
 */
public record Health(Level level, String sentence, String runbook) {
    /** The kinds of state. */
    public enum Level {
        GOOD,
        WARNING,
        BAD
    }

    /** The spelling in the API and in style sheets. */
    public String token() {
        return level.name().toLowerCase(java.util.Locale.ROOT);
    }
}
