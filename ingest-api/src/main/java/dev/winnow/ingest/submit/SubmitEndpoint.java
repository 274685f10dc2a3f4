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
 * {@code POST /v1/messages}, the hot route. Stands before Spring MVC, whose dispatch would cost as much as all the rest of the request;
 * every other route is a controller.
 */
public final class SubmitEndpoint implements Filter {
    /** Where it is to be mapped; reading many messages has the same path. */
    public static final String PATH = "/v1/messages";

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
        submit((HttpServletRequest) request, (HttpServletResponse) response);
    }

    private void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonRequest.require(request);
        byte[] body = RequestBody.of(request).bytes();
        JsonRequest.requireUtf8(body);
        SmsMessage message = messageOf(body);
        Credential credential = RequestCredential.of(request);
        Optional<String> key = IdempotencyKeyHeader.of(request);
        quotas.charge(credential, 1, response);
        String tenant = credential.tenant().id();
        Duration left = RequestDeadline.left(request);
        TraceParent trace = RequestTrace.of(request).orElse(null);
        Duration wait = Preference.wait(request);
        Receipt receipt = key.isEmpty()
                ? submitter.submit(tenant, message, trace, left)
                : submitter.submitOnce(
                        RequestKey.of(tenant, key.get()), RequestKey.fingerprint(body), message, trace, left);
        RequestPlace.release(request);
        if (receipt.isReplayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        if (wait.isZero() || !answerWithVerdict(receipt, tenant, wait, request, response)) {
            SubmitAnswer.accepted(receipt, message.clientRef(), response);
        }
    }

    private static SmsMessage messageOf(byte[] body) {
        return switch (MessageReader.read(body)) {
            case MessageReader.Parsed.Valid valid -> valid.message();
            case MessageReader.Parsed.Invalid invalid -> throw new ProblemException(Problem.invalid(invalid.errors()));
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
        response.setHeader("Preference-Applied", Preference.applied(wait));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", verdict.get().eTag());
        SubmitAnswer.json(200, json.writeValueAsBytes(verdict.get()), response);
        return true;
    }
}
