package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback.Label;
import dev.winnow.ingest.apple.AppleTenants;
import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.reports.Reports.Outcome;
import dev.winnow.ingest.reports.Reports.Report;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes reports of the Unwanted Communication extension of iOS: the extension's own {@code userInfo} in an envelope. No program reads the
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
    private final Quotas quotas;
    private final int trustedProxies;

    AppleReportController(
            AppleTenants tenants, AddressLimit addresses, Quotas quotas, Reports reports, RequestSettings settings) {
        this.tenants = tenants;
        this.addresses = addresses;
        this.reports = reports;
        this.quotas = quotas;
        this.trustedProxies = settings.trustedProxies();
    }

    @PostMapping({"/v1/apple/report", "/v1/apple/{token}/report"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> reportMessages(
            @PathVariable(name = "token", required = false) @Nullable String token, ApiRequest request) {
        try {
            Tenant tenant = tenants.findTenant(token);
            if (addresses.allowsAddress(request.clientAddress(trustedProxies))) {
                take(tenant, readReports(request.body()), request);
            }
        } catch (ProblemException e) {
            log.info("Dropped a report from iOS: {}", e.getMessage());
        }
        return Map.of();
    }

    private void take(Tenant tenant, List<Report> all, ApiRequest request) {
        if (all.isEmpty() || !quotas.tryCharge(tenant, all.size())) {
            return;
        }
        List<Outcome> outcomes = reports.takeAll(tenant.id(), REPORTER, all, request::timeLeft);
        long refused =
                outcomes.stream().filter(Outcome.Refused.class::isInstance).count();
        if (refused > 0) {
            log.info(
                    "Dropped {} of {} reports from iOS: the queue or the store did not take them", refused, all.size());
        }
    }

    private static List<Report> readReports(byte[] body) {
        JsonNode report = LenientBody.read(body)
                .<JsonNode>map(root -> root.path("classification"))
                .orElse(MissingNode.getInstance());
        Optional<FeedbackLabel> opinion = readLabel(report);
        if (opinion.isEmpty()) {
            return List.of();
        }
        String sender = LenientBody.scalar(report.path("sender"));
        return listTexts(report)
                .map(text -> SmsMessage.repaired(text, sender, Channel.SMS, null, Priority.BULK))
                .map(message -> new Report(message, opinion.get()))
                .toList();
    }

    /** Reads {@code label} as the other routes do, or {@code type} as existing extensions send it. */
    private static Optional<FeedbackLabel> readLabel(JsonNode report) {
        return switch (report.path("type").asString("")) {
            case "deny" -> Optional.of(new FeedbackLabel(Label.JUNK, null));
            case "allow" -> Optional.of(new FeedbackLabel(Label.NOT_JUNK, null));
            default -> FeedbackLabel.readLabel(report, new ArrayList<>());
        };
    }

    private static Stream<String> listTexts(JsonNode report) {
        return Stream.concat(
                        Stream.of(report.path("body")),
                        report.path("bodies").valueStream().limit(MAX_BODIES))
                .flatMap(text -> Stream.ofNullable(LenientBody.scalar(text)))
                .filter(text -> !text.isEmpty());
    }
}
