package dev.winnow.ingest.submit;

import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.web.ClientConnection;
import dev.winnow.ingest.web.JsonRequest;
import dev.winnow.ingest.web.Preference;
import dev.winnow.ingest.web.Problem;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestCredential;
import dev.winnow.ingest.web.RequestDeadline;
import dev.winnow.ingest.web.RequestPlace;
import dev.winnow.ingest.web.RequestTrace;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.tenant.TenantDirectory.Credential;
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
    private final MessageLookup lookup;
    private final JsonMapper json;

    public SubmitEndpoint(Quotas quotas, Submitter submitter, MessageLookup lookup, JsonMapper json) {
        this.quotas = quotas;
        this.submitter = submitter;
        this.lookup = lookup;
        this.json = json;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        submitMessage((HttpServletRequest) request, (HttpServletResponse) response);
    }

    private void submitMessage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonRequest.requireJson(request);
        byte[] body = RequestBody.bodyOf(request).bytes();
        JsonRequest.requireUtf8(body);
        SmsMessage message = messageOf(body);
        Credential credential = RequestCredential.credentialOf(request);
        Optional<String> key = IdempotencyKeyHeader.parseHeader(request);
        quotas.chargeMessages(credential, 1, response);
        String tenant = credential.tenant().id();
        Duration left = RequestDeadline.timeLeft(request);
        TraceParent trace = RequestTrace.traceOf(request).orElse(null);
        Duration wait = Preference.readWait(request);
        Receipt receipt = key.isEmpty()
                ? submitter.submitMessage(tenant, message, trace, left)
                : submitter.submitOnce(
                        RequestKey.ofRequest(tenant, key.get()), RequestKey.fingerprint(body), message, trace, left);
        RequestPlace.releasePlace(request);
        if (receipt.isReplayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        if (wait.isZero() || !answerWithVerdict(receipt, tenant, wait, request, response)) {
            SubmitAnswer.writeAccepted(receipt, message.clientRef(), response);
        }
    }

    private static SmsMessage messageOf(byte[] body) {
        return switch (MessageReader.readMessage(body)) {
            case MessageReader.Parsed.Valid valid -> valid.message();
            case MessageReader.Parsed.Invalid invalid ->
                throw new ProblemException(Problem.invalidBody(invalid.errors()));
        };
    }

    private boolean answerWithVerdict(
            Receipt receipt, String tenant, Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<VerdictDocument> verdict =
                lookup.tryAwait(receipt.id(), tenant, wait, () -> ClientConnection.isClosed(request));
        if (verdict.isEmpty()) {
            return false;
        }
        response.setHeader("Preference-Applied", Preference.formatApplied(wait));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", verdict.get().eTag());
        SubmitAnswer.writeJson(200, json.writeValueAsBytes(verdict.get()), response);
        return true;
    }
}
