package dev.winnow.ingest.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.reports.Reports.Report;
import dev.winnow.ingest.web.FieldError;
import dev.winnow.ingest.web.Problem;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.ProblemType;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestCredential;
import dev.winnow.ingest.web.RequestDeadline;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.TenantDirectory.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes lists of reports, each for itself. */
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
        static Item refused(int index, Problem problem) {
            return new Item(index, problem.status(), new String(problem.toJson(), StandardCharsets.UTF_8));
        }
    }

    @PostMapping(
            path = "/v1/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Document> report(HttpServletRequest request, HttpServletResponse response) {
        JsonNode list = list(RequestBody.of(request).bytes());
        Credential credential = RequestCredential.of(request);
        quotas.charge(credential, list.size(), response);
        List<Item> results = new ArrayList<>();
        for (JsonNode report : list) {
            results.add(take(results.size(), report, credential, request));
        }
        return ResponseEntity.accepted().body(new Document(results));
    }

    private Item take(int index, JsonNode item, Credential credential, HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Report> report = ReportReader.read(item, errors);
        if (report.isEmpty()) {
            return Item.refused(index, Problem.invalid(errors));
        }
        try {
            String tenant = credential.tenant().id();
            reports.take(tenant, credential.key().name(), report.get(), RequestDeadline.left(request));
            return new Item(index, 202, null);
        } catch (ProblemException e) {
            return Item.refused(index, e.problem());
        } catch (StoreUnavailableException e) {
            return Item.refused(
                    index, Problem.of(ProblemType.STORE_UNAVAILABLE, "The report was not saved; send it again."));
        }
    }

    private JsonNode list(byte[] body) {
        JsonNode list;
        try {
            list = json.readTree(body).path("reports");
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalid(List.of(FieldError.malformed(e))));
        }
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_REPORTS) {
            throw new ProblemException(Problem.invalid(
                    List.of(new FieldError("/reports", "must be an array of 1 to " + MAX_REPORTS + " items"))));
        }
        return list;
    }
}
