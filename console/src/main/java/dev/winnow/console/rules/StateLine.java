package dev.winnow.console.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.worker.scan.state.RuleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a rule for a reader.
 *
 * @param mode {@code active}, {@code shadow} or {@code off}
 * @param share the share of messages for which an active rule is active, in percent
 * @param until the end of the state; null without an end
 * @param pinned whether the fuse leaves the rule alone
 * @param note the reason, for people
 * @param because the rule that it refers to and whose state it has; null if the state is its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateLine(
        String mode,
        int share,
        @Nullable Instant until,
        boolean pinned,
        String note,
        @Nullable String because) {
    static StateLine of(RuleState state) {
        return new StateLine(state.mode().token(), state.share(), state.until(), state.pinned(), state.note(), null);
    }

    /** Whether the rule is out of play for some or all messages. */
    public boolean isRestricted() {
        return !mode.equals(RuleState.Mode.ACTIVE.token()) || share < 100;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** The state that a rule has because it refers to another. */
    StateLine inherited(String from) {
        return new StateLine(mode, share, until, false, note, from);
    }
}
