package dev.winnow.console.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message and its way, without its text.
 *
 * @param id the message's id
 * @param tenant the id of its tenant
 * @param status {@code queued}, {@code done}, {@code failed}, {@code expired}, or {@code gone} after the retention
 * @param clientRef the client's name for it
 * @param envelope the id of the envelope that carried it
 * @param slot its place in the envelope
 * @param verdict the category; null without one
 * @param score the score; null without one
 * @param junkThreshold the score from which a message of its tenant is junk now; null without a score
 * @param decidedBy the step of the policy that decided; null without one
 * @param reason the reason of a failure; null without one
 * @param ruleset the version of the rules that judged; null without a verdict
 * @param revision the revision of the stored verdicts; 0 without one
 * @param matches the matched rules
 * @param steps the stations of its way, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageWay(
        String id,
        String tenant,
        String status,
        @Nullable String clientRef,
        String envelope,
        int slot,
        @Nullable String verdict,
        @Nullable Integer score,
        @Nullable Integer junkThreshold,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable String ruleset,
        int revision,
        List<Addend> matches,
        List<Step> steps) {
    /**
     * A matched rule.
     *
     * @param weight its points
     * @param view the form of the text that it matched
     */
    public record Addend(String rule, String title, int weight, String view) {}

    /**
     * A station.
     *
     * @param kind {@code good}, {@code bad}, {@code waiting} or {@code plain}
     * @param at the time; null if it is not known
     */
    public record Step(String kind, String title, @Nullable Instant at, String detail) {}
}
