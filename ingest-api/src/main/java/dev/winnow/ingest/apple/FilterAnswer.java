package dev.winnow.ingest.apple;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.verdict.Action;
import org.jspecify.annotations.Nullable;

/** The answer to the filter extension: numbers of Apple's enumerations and their names. Described in {@code openapi.yaml}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilterAnswer(
        @JsonProperty("_version") int version,
        int action,
        String actionName,
        int subAction,
        String subActionName,
        @Nullable String id,
        @Nullable String ruleset) {
    /** Nothing is known: the phone shows the message. */
    static final FilterAnswer NONE = ofVerdict(Action.NONE, null, null);

    static FilterAnswer ofQueued(String id) {
        return ofVerdict(Action.NONE, id, null);
    }

    static FilterAnswer ofVerdict(VerdictDocument verdict) {
        Action action = verdict.action();
        return ofVerdict(action == null ? Action.NONE : action, verdict.id(), verdict.ruleset());
    }

    private static FilterAnswer ofVerdict(Action action, @Nullable String id, @Nullable String ruleset) {
        return new FilterAnswer(1, action.code(), action.name(), action.subCode(), action.subName(), id, ruleset);
    }
}
