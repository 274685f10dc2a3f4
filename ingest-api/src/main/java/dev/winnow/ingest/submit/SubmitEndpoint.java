package dev.winnow.ingest.submit;

import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.ingest.web.JsonRequest;
import dev.winnow.ingest.web.Preference;
import dev.winnow.message.SmsMessage;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves {@code POST /v1/messages}, the hot route. It stands before Spring MVC, because the dispatch there would cost as much as the rest
 * of the request; every other route is a controller.
 */
public final class SubmitEndpoint implements Filter {
    private final Quotas quotas;
    private final Submitter submitter;
    private final WaitingSubmitter waiting;
    private final JsonMapper json;

    public SubmitEndpoint(Quotas quotas, Submitter submitter, WaitingSubmitter waiting, JsonMapper json) {
        this.quotas = quotas;
        this.submitter = submitter;
        this.waiting = waiting;
        this.json = json;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        submitMessage((HttpServletRequest) request, (HttpServletResponse) response);
    }

    private void submitMessage(HttpServletRequest http, HttpServletResponse response) throws IOException {
        JsonRequest.requireJson(http);
        ApiRequest request = ApiRequest.of(http);
        JsonRequest.requireUtf8(request.body());
        SmsMessage message = messageOf(request.body());
        Optional<String> key = IdempotencyKeyHeader.parseHeader(request);
        quotas.chargeMessages(request.credential(), 1, response);
        Duration wait = request.preferredWait();
        SubmittedMessage submitted = waiting.submitMessage(
                request, request.tenant(), () -> submitMessage(request, message, key), () -> wait);
        if (submitted.receipt().isReplayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        if (submitted.verdict().isPresent()) {
            writeVerdict(submitted.verdict().get(), wait, response);
        } else {
            SubmitAnswer.writeAccepted(submitted.receipt(), message.clientRef(), response);
        }
    }

    private Receipt submitMessage(ApiRequest request, SmsMessage message, Optional<String> key) {
        String tenant = request.tenant();
        return key.isEmpty()
                ? submitter.submitMessage(tenant, message, request.trace(), request.timeLeft())
                : submitter.submitOnce(
                        RequestKey.ofRequest(tenant, key.get()),
                        RequestKey.fingerprint(request.body()),
                        message,
                        request.trace(),
                        request.timeLeft());
    }

    private static SmsMessage messageOf(byte[] body) {
        return switch (MessageReader.readMessage(body)) {
            case MessageReader.Parsed.Valid valid -> valid.message();
            case MessageReader.Parsed.Invalid invalid ->
                throw new ProblemException(Problem.invalidBody(invalid.errors()));
        };
    }

    private void writeVerdict(VerdictDocument verdict, Duration wait, HttpServletResponse response) throws IOException {
        response.setHeader("Preference-Applied", Preference.formatApplied(wait));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", verdict.eTag());
        SubmitAnswer.writeJson(200, json.writeValueAsBytes(verdict), response);
    }
}
