package dev.winnow.ingest.lookup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.message.MessageId;
import dev.winnow.verdict.Action;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Shadow;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /v1/messages/{id}}; the members are described in {@code openapi.yaml}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictDocument(
        String id,
        String status,
        @Nullable String verdict,
        @Nullable Integer score,
        @Nullable Action action,
        @Nullable List<MatchDocument> matches,
        @Nullable String decidedBy,
        @Nullable Boolean truncated,
        @Nullable List<String> incomplete,
        @Nullable String reason,
        @Nullable String ruleset,
        @Nullable String engine,
        @Nullable Instant acceptedAt,
        @Nullable Instant scannedAt,
        @Nullable String clientRef,
        @Nullable Integer revision,
        @JsonIgnore @Nullable Shadow shadow) {
    private static final String QUEUED = "queued";
    private static final String UNKNOWN = "unknown";

    /** A message without a verdict. */
    static VerdictDocument ofQueued(MessageId id) {
        return new VerdictDocument(
                id.toString(),
                QUEUED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @JsonIgnore
    public boolean isQueued() {
        return status.equals(QUEUED);
    }

    /** A strong validator: an item's revision grows with each change, and a message without an item has but one state. */
    @JsonIgnore
    public String eTag() {
        return revision == null ? "\"" + QUEUED + "\"" : "\"r" + revision + "\"";
    }

    /** The names of the rules that matched, also of rules in shadow. */
    @JsonIgnore
    public List<String> ruleNames() {
        return Stream.concat(
                        matches == null ? Stream.of() : matches.stream().map(MatchDocument::rule),
                        shadow == null ? Stream.of() : shadow.rules().stream())
                .toList();
    }

    /** The same with the rules in shadow, which a key of scope {@code submit} must not see. */
    Object withShadow() {
        return shadow == null ? this : new ManagedDocument(this, ShadowDocument.ofShadow(shadow));
    }

    /** The verdict that stands in a slot of an item. */
    static VerdictDocument ofVerdict(MessageId id, EnvelopeVerdicts item) {
        SlotVerdict slot = item.slots().get(id.slot());
        return switch (slot.verdict()) {
            case Verdict.Judged judged -> ofJudged(id, item, slot, judged);
            case Verdict.Failed failed -> ofUnjudged(id, item, slot, "failed", failed.reason());
            case Verdict.Expired expired -> ofUnjudged(id, item, slot, "expired", expired.reason());
        };
    }

    private static VerdictDocument ofJudged(
            MessageId id, EnvelopeVerdicts item, SlotVerdict slot, Verdict.Judged judged) {
        return new VerdictDocument(
                id.toString(),
                "done",
                judged.category().token(),
                judged.score(),
                Action.of(judged),
                judged.matches().stream().map(MatchDocument::ofMatch).toList(),
                judged.decidedBy().token(),
                judged.truncated() ? true : null,
                judged.incomplete().isEmpty() ? null : judged.incomplete(),
                null,
                item.ruleset(),
                item.engine(),
                slot.acceptedAt(),
                item.scannedAt(),
                slot.clientRef(),
                item.revision(),
                judged.shadow());
    }

    private static VerdictDocument ofUnjudged(
            MessageId id, EnvelopeVerdicts item, SlotVerdict slot, String status, String reason) {
        return new VerdictDocument(
                id.toString(),
                status,
                UNKNOWN,
                null,
                Action.NONE,
                null,
                null,
                null,
                null,
                reason,
                item.ruleset(),
                item.engine(),
                slot.acceptedAt(),
                item.scannedAt(),
                slot.clientRef(),
                item.revision(),
                null);
    }

    private record ManagedDocument(@JsonUnwrapped VerdictDocument document, ShadowDocument shadow) {}

    /** The rules in shadow, and the verdict with them. */
    private record ShadowDocument(List<String> rules, String verdict, int score, String decidedBy) {
        static ShadowDocument ofShadow(Shadow shadow) {
            return new ShadowDocument(
                    shadow.rules(),
                    shadow.category().token(),
                    shadow.score(),
                    shadow.decidedBy().token());
        }
    }

    /** A matched rule; {@code spans} are pairs of code point indexes, half-open. */
    record MatchDocument(String rule, String title, int weight, String view, List<List<Integer>> spans) {
        static MatchDocument ofMatch(RuleMatch match) {
            return new MatchDocument(
                    match.rule(),
                    match.title(),
                    match.weight(),
                    match.view().token(),
                    match.spans().stream()
                            .map(span -> List.of(span.start(), span.end()))
                            .toList());
        }
    }
}
