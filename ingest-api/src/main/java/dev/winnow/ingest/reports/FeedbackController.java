package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.message.MessageId;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.tenant.TenantDirectory.Credential;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes feedback on verdicts. The same feedback a second time changes nothing. */
@RestController
final class FeedbackController {
    private final MessageLookup lookup;
    private final FeedbackStore store;
    private final RuleCounters counters;
    private final JsonMapper json;
    private final Clock clock;

    FeedbackController(MessageLookup lookup, FeedbackStore store, RuleCounters counters, JsonMapper json, Clock clock) {
        this.lookup = lookup;
        this.store = store;
        this.counters = counters;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/messages/{id}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveFeedback(@PathVariable("id") String text, ApiRequest request) {
        Credential credential = request.credential();
        MessageId id = lookup.idOf(text, credential.tenant().id());
        FeedbackLabel opinion = readLabel(request.body());
        VerdictDocument verdict = lookup.readVerdict(id);
        Feedback feedback = new Feedback(
                credential.tenant().id(),
                credential.key().name(),
                id.toString(),
                opinion.label(),
                opinion.topic(),
                verdict.verdict(),
                verdict.ruleNames(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.saveFeedback(feedback).ifPresent(earlier -> countOpinion(earlier, -1));
        countOpinion(feedback, 1);
    }

    private void countOpinion(Feedback feedback, int number) {
        feedback.rules().forEach(rule -> counters.counterOf(rule).addOpinions(feedback.label(), number));
    }

    private FeedbackLabel readLabel(byte[] body) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalidBody(List.of(FieldError.ofSyntaxError(e))));
        }
        return FeedbackLabel.readLabel(root, errors)
                .orElseThrow(() -> new ProblemException(Problem.invalidBody(errors)));
    }
}
