package dev.winnow.worker.scan.state;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operator's decision about a rule. Immutable; any thread.
 *
 * @param rule the rule's identifier; the state counts for each rule of that name
 * @param mode how the rule is used
 * @param share the part of messages for which an active rule is active, in percent, 1 to 100; for the others it is in shadow
 * @param until the end of the state, after which the rule is active; null without an end; a rule that is off has none
 * @param pinned whether the fuse leaves the rule alone
 * @param note the reason, for people; one line
 */
public record RuleState(
        String rule, Mode mode, int share, @Nullable Instant until, boolean pinned, String note) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    /** The uses of a rule. */
    public enum Mode {
        /** The rule is part of verdicts. */
        ACTIVE,
        /** The rule is scanned and counted, and no part of a score or verdict. */
        SHADOW,
        /** The rule is not compiled. */
        OFF;

        /** The spelling in files and on the command line. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RuleState {
        if (!NAME.matcher(rule).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a rule; a name has letters, digits and underscores".formatted(rule));
        }
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("the share of rule '%s' is 1 to 100, is %d".formatted(rule, share));
        }
        if (share < 100 && mode != Mode.ACTIVE) {
            throw new IllegalArgumentException(
                    "rule '%s' has a share and is %s; only an active rule has a share".formatted(rule, mode.token()));
        }
        if (mode == Mode.OFF && until != null) {
            throw new IllegalArgumentException(
                    "rule '%s' is off and has an end; take shadow, which can end by itself".formatted(rule));
        }
        note = note.replaceAll("\\s+", " ").strip();
    }

    /** A rule that is active without an end. */
    public static RuleState active(String rule) {
        return new RuleState(rule, Mode.ACTIVE, 100, null, false, "");
    }

    /** Whether the state differs from the one of a rule without a state. */
    public boolean isSpecial() {
        return mode != Mode.ACTIVE || share < 100 || pinned;
    }

    /** The same state of a rule that is in shadow from now on. */
    public RuleState inShadow(String reason) {
        return new RuleState(rule, Mode.SHADOW, 100, null, pinned, reason);
    }
}
