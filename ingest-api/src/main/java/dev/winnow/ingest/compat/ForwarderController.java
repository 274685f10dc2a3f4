package dev.winnow.ingest.compat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.submit.Receipt;
import dev.winnow.ingest.submit.SubmittedMessage;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.submit.WaitingSubmitter;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.ingest.web.Preference;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes messages from Android forwarders: JSON or a form under any content type, chunked, repeated without a key, with the same headers
 * for every message. The answer is flat and its tokens never change, because some of these clients read it with regular expressions.
 */
@RestController
final class ForwarderController {
    private final Quotas quotas;
    private final Submitter submitter;
    private final WaitingSubmitter waiting;

    ForwarderController(Quotas quotas, Submitter submitter, WaitingSubmitter waiting) {
        this.quotas = quotas;
        this.submitter = submitter;
        this.waiting = waiting;
    }

    /** The members are described in {@code openapi.yaml}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            String id,
            String status,
            @Nullable String verdict,
            @Nullable Integer score,
            @Nullable Boolean truncated) {
        static Document ofVerdict(VerdictDocument verdict) {
            return new Document(
                    verdict.id(), verdict.status(), verdict.verdict(), verdict.score(), verdict.truncated());
        }
    }

    @PostMapping("/v1/compat/forwarder")
    ResponseEntity<Document> forwardMessage(
            @RequestParam(name = "wait", defaultValue = "0") String wait,
            ApiRequest request,
            HttpServletResponse response) {
        ForwardedMessage forwarded = ForwardedMessage.readBody(request.body());
        quotas.chargeMessages(request.credential(), 1, response);
        String tenant = request.tenant();
        SubmittedMessage submitted = waiting.submitMessage(
                request,
                tenant,
                () -> submitForwarded(tenant, forwarded, request.timeLeft()),
                () -> Preference.parseSeconds(wait));
        String id = submitted.receipt().id();
        return submitted
                .verdict()
                .map(found -> ResponseEntity.ok(Document.ofVerdict(found)))
                .orElseGet(() -> ResponseEntity.accepted().body(new Document(id, "queued", null, null, null)));
    }

    private Receipt submitForwarded(String tenant, ForwardedMessage forwarded, Duration left) {
        return forwarded
                .fingerprint()
                .map(print -> submitter.submitOnce(
                        RequestKey.ofRequest(tenant, print), print, forwarded.message(), null, left))
                .orElseGet(() -> submitter.submitMessage(tenant, forwarded.message(), left));
    }
}
