package dev.winnow.ingest.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.reports.Reports.Outcome;
import dev.winnow.ingest.reports.Reports.Report;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.tenant.TenantDirectory.Credential;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes lists of reports. Each report has a result of its own, as in the batch route. */
@RestController
final class ReportController {
    private static final int MAX_REPORTS = 100;

    private final Quotas quotas;
    private final Reports reports;
    private final JsonMapper json;

    ReportController(Quotas quotas, Reports reports, JsonMapper json) {
        this.quotas = quotas;
        this.reports = reports;
        this.json = json;
    }

    /** One result a report, in the order of the request. */
    record Document(List<Item> results) {}

    /** Taken, or a problem document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int index, int status, @JsonRawValue @Nullable String problem) {
        static Item of(int index, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Taken _ -> new Item(index, 202, null);
                case Outcome.Refused(Problem problem) -> ofProblem(index, problem);
            };
        }

        static Item ofProblem(int index, Problem problem) {
            return new Item(index, problem.status(), new String(problem.toJson(), StandardCharsets.UTF_8));
        }
    }

    @PostMapping(
            path = "/v1/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Document> reportMessages(ApiRequest request, HttpServletResponse response) {
        List<Parsed> items = parse(readList(request.body()));
        List<Report> valid =
                items.stream().flatMap(item -> item.report().stream()).toList();
        if (valid.isEmpty()) {
            throw new ProblemException(nothingValid(items));
        }
        Credential credential = request.credential();
        quotas.chargeMessages(credential, valid.size(), response);
        List<Outcome> outcomes =
                reports.takeAll(credential.tenant().id(), credential.key().name(), valid, request::timeLeft);
        requireOneTaken(outcomes);
        return ResponseEntity.accepted().body(new Document(results(items, outcomes)));
    }

    /** A report, or its errors. */
    private record Parsed(Optional<Report> report, List<FieldError> errors) {}

    private static List<Parsed> parse(JsonNode list) {
        List<Parsed> items = new ArrayList<>();
        for (JsonNode item : list) {
            List<FieldError> errors = new ArrayList<>();
            items.add(new Parsed(ReportReader.readReport(item, errors), errors));
        }
        return items;
    }

    private static List<Item> results(List<Parsed> items, List<Outcome> outcomes) {
        Iterator<Outcome> next = outcomes.iterator();
        List<Item> results = new ArrayList<>();
        for (Parsed item : items) {
            int index = results.size();
            results.add(
                    item.report().isEmpty()
                            ? Item.ofProblem(index, Problem.invalidBody(item.errors()))
                            : Item.of(index, next.next()));
        }
        return results;
    }

    private static void requireOneTaken(List<Outcome> outcomes) {
        List<Problem> problems = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Taken _ -> {
                    return;
                }
                case Outcome.Refused(Problem problem) -> problems.add(problem);
            }
        }
        boolean isStore = problems.stream().allMatch(problem -> problem.type() == ProblemType.STORE_UNAVAILABLE);
        throw isStore
                ? new ProblemException(
                        ProblemType.STORE_UNAVAILABLE, "No report was saved; it is safe to send all again.")
                : new ProblemException(
                        ProblemType.QUEUE_UNAVAILABLE, "The queue confirmed no report; it is safe to send all again.");
    }

    private static Problem nothingValid(List<Parsed> items) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            for (FieldError error : items.get(i).errors()) {
                errors.add(new FieldError("/reports/" + i + error.pointer(), error.detail()));
            }
        }
        return new Problem(
                ProblemType.NOTHING_ACCEPTED,
                ProblemType.NOTHING_ACCEPTED.status(),
                "Every report has at least one of the 'errors'.",
                errors.subList(0, Math.min(errors.size(), MAX_REPORTS)),
                Map.of());
    }

    private JsonNode readList(byte[] body) {
        JsonNode list;
        try {
            list = json.readTree(body).path("reports");
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalidBody(List.of(FieldError.ofSyntaxError(e))));
        }
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_REPORTS) {
            throw new ProblemException(Problem.invalidBody(
                    List.of(new FieldError("/reports", "must be an array of 1 to " + MAX_REPORTS + " items"))));
        }
        return list;
    }
}
