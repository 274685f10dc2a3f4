package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback.Label;
import dev.winnow.ingest.apple.AppleTenants;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.reports.Reports.Report;
import dev.winnow.ingest.web.ApplePaths;
import dev.winnow.ingest.web.ClientAddress;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestDeadline;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what the Unwanted Communication extension of iOS reports: the extension's own {@code userInfo} in an envelope. Nobody reads the
 * answer, so it is always 202; a report that cannot be used is dropped.
 */
@RestController
final class AppleReportController {
    private static final Logger log = LoggerFactory.getLogger(AppleReportController.class);
    private static final String REPORTER = "ios";
    private static final int MAX_BODIES = 20;

    private final AppleTenants tenants;
    private final AddressLimit addresses;
    private final Reports reports;
    private final JsonMapper json;
    private final int trustedProxies;

    AppleReportController(
            AppleTenants tenants, AddressLimit addresses, Reports reports, JsonMapper json, RequestSettings settings) {
        this.tenants = tenants;
        this.addresses = addresses;
        this.reports = reports;
        this.json = json;
        this.trustedProxies = settings.trustedProxies();
    }

    @PostMapping({ApplePaths.REPORT, ApplePaths.PREFIX + "{token}/report"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> report(
            @PathVariable(name = "token", required = false) @Nullable String token, HttpServletRequest request) {
        try {
            String tenant = tenants.find(token).id();
            if (addresses.allows(ClientAddress.of(request, trustedProxies))) {
                for (Report report : read(RequestBody.of(request).bytes())) {
                    reports.take(tenant, REPORTER, report, RequestDeadline.left(request));
                }
            }
        } catch (ProblemException | StoreUnavailableException e) {
            log.info("a report from iOS was dropped: {}", e.getMessage());
        }
        return Map.of();
    }

    private List<Report> read(byte[] body) {
        JsonNode report;
        try {
            report = json.readTree(body).path("classification");
        } catch (JacksonException e) {
            return List.of();
        }
        Optional<Opinion> opinion = opinion(report);
        List<Report> all = new ArrayList<>();
        for (JsonNode text : texts(report)) {
            ReportReader.message(text, report.path("sender"), new ArrayList<>())
                    .ifPresent(message -> opinion.ifPresent(said -> all.add(new Report(message, said))));
        }
        return all;
    }

    /** {@code label} as everywhere else, or {@code type} as the extensions that are around send it. */
    private static Optional<Opinion> opinion(JsonNode report) {
        return switch (report.path("type").asString("")) {
            case "deny" -> Optional.of(new Opinion(Label.JUNK, null));
            case "allow" -> Optional.of(new Opinion(Label.NOT_JUNK, null));
            default -> Opinion.read(report, new ArrayList<>());
        };
    }

    private static List<JsonNode> texts(JsonNode report) {
        List<JsonNode> texts = new ArrayList<>();
        if (report.path("body").isString()) {
            texts.add(report.path("body"));
        }
        report.path("bodies").values().stream().limit(MAX_BODIES).forEach(texts::add);
        return texts;
    }
}
