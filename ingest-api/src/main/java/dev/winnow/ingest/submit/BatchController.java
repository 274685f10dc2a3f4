package dev.winnow.ingest.submit;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.submit.MessageReader.Parsed;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes many messages at once. All are packed before the first is waited for, so a batch waits about as long as a message. */
@RestController
final class BatchController {
    private static final int MAX_REPORTED_ERRORS = 100;

    private final Quotas quotas;
    private final Submitter submitter;

    BatchController(Quotas quotas, Submitter submitter) {
        this.quotas = quotas;
        this.submitter = submitter;
    }

    @PostMapping(
            path = "/v1/messages/batch",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchDocument> submitBatch(ApiRequest request, HttpServletResponse response) {
        List<Parsed> items = BatchReader.readBatch(request.body());
        List<SmsMessage> valid = items.stream()
                .<SmsMessage>mapMulti((item, messages) -> {
                    if (item instanceof Parsed.Valid(SmsMessage message)) {
                        messages.accept(message);
                    }
                })
                .toList();
        if (valid.isEmpty()) {
            throw new ProblemException(nothingValid(items));
        }
        Optional<String> key = IdempotencyKeyHeader.parseHeader(request);
        quotas.chargeMessages(request.credential(), valid.size(), response);
        String tenant = request.tenant();
        List<BatchDocument.Item> results = key.isEmpty()
                ? submitBatch(tenant, items, request)
                : submitOnce(tenant, key.get(), items, request, response);
        if (results.stream().noneMatch(item -> item.status() == 202)) {
            throw new ProblemException(
                    ProblemType.QUEUE_UNAVAILABLE, "The queue confirmed no message; it is safe to send all again.");
        }
        return ResponseEntity.accepted().body(new BatchDocument(results));
    }

    private List<BatchDocument.Item> submitOnce(
            String tenant, String key, List<Parsed> items, ApiRequest request, HttpServletResponse response) {
        KeyedBatch batch = new KeyedBatch(submitter, tenant, key, request.body());
        KeyedBatch.Result result = batch.submit(items, request.trace(), request.timeLeft());
        if (result.isReplayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        return result.items();
    }

    private List<BatchDocument.Item> submitBatch(String tenant, List<Parsed> items, ApiRequest request) {
        TraceParent trace = request.trace();
        List<Supplier<BatchDocument.Item>> started = new ArrayList<>(items.size());
        for (Parsed item : items) {
            started.add(startItem(tenant, trace, started.size(), item, request));
        }
        return started.stream().map(Supplier::get).toList();
    }

    private Supplier<BatchDocument.Item> startItem(
            String tenant, @Nullable TraceParent trace, int index, Parsed item, ApiRequest request) {
        return switch (item) {
            case Parsed.Invalid(List<FieldError> errors, String clientRef) ->
                () -> BatchDocument.Item.ofProblem(index, Problem.invalidBody(errors), clientRef);
            case Parsed.Valid(SmsMessage message) -> {
                Submission submission = submitter.startSubmission(tenant, message, trace);
                yield () -> finishItem(index, submission, message.clientRef(), request);
            }
        };
    }

    private BatchDocument.Item finishItem(
            int index, Submission submission, @Nullable String clientRef, ApiRequest request) {
        try {
            return BatchDocument.Item.ofReceipt(
                    index, submitter.finishSubmission(submission, request.timeLeft()), clientRef);
        } catch (ProblemException e) {
            return BatchDocument.Item.ofProblem(index, e.problem(), clientRef);
        }
    }

    private static Problem nothingValid(List<Parsed> items) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < items.size() && errors.size() < MAX_REPORTED_ERRORS; i++) {
            if (items.get(i) instanceof Parsed.Invalid invalid) {
                for (FieldError error : invalid.errors()) {
                    errors.add(new FieldError("/messages/" + i + error.pointer(), error.detail()));
                }
            }
        }
        return new Problem(
                ProblemType.NOTHING_ACCEPTED,
                ProblemType.NOTHING_ACCEPTED.status(),
                "Every message has at least one of the 'errors'.",
                errors,
                Map.of());
    }
}
