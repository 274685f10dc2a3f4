package dev.winnow.ingest.submit;

import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.submit.MessageReader.Parsed;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A batch under an {@code Idempotency-Key}: each message has a key of its own, made from the batch's and its index, so that a repetition
 * gets the ids of the messages that were accepted and submits only the others. The batch's own record detects another body under the
 * key. One batch each.
 */
final class KeyedBatch {
    private final Submitter submitter;
    private final String tenant;
    private final String key;
    private final String fingerprint;

    private final AtomicInteger fresh = new AtomicInteger();

    KeyedBatch(Submitter submitter, String tenant, String key, byte[] body) {
        this.submitter = submitter;
        this.tenant = tenant;
        this.key = key;
        this.fingerprint =
                RequestKey.fingerprint(("batch " + RequestKey.fingerprint(body)).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * One result a message, and whether an earlier run submitted all of them.
     *
     * @param items in the order of the request
     * @param isReplayed whether this run submitted no message
     */
    record Result(List<BatchDocument.Item> items, boolean isReplayed) {}

    /**
     * Submits the messages side by side: each waits for its record in the store, and all travel in the same envelopes.
     *
     * @throws ProblemException 409 if another run is under way, 422 if the key was used for another body
     */
    Result submit(List<Parsed> items, @Nullable TraceParent trace, Duration left) {
        List<BatchDocument.Item> results =
                submitter.guard(RequestKey.ofRequest(tenant, key), fingerprint, () -> submitAll(items, trace, left));
        return new Result(results, fresh.get() == 0);
    }

    private List<BatchDocument.Item> submitAll(List<Parsed> items, @Nullable TraceParent trace, Duration left) {
        List<Callable<BatchDocument.Item>> all = new ArrayList<>(items.size());
        for (Parsed item : items) {
            int index = all.size();
            all.add(() -> submitOne(index, item, trace, left));
        }
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            return side.invokeAll(all).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.SHUTTING_DOWN, "The server is shutting down; send it again.");
        }
    }

    private BatchDocument.Item submitOne(int index, Parsed item, @Nullable TraceParent trace, Duration left) {
        return switch (item) {
            case Parsed.Invalid(List<FieldError> errors, String clientRef) ->
                BatchDocument.Item.ofProblem(index, Problem.invalidBody(errors), clientRef);
            case Parsed.Valid(SmsMessage message) -> submitOne(index, message, trace, left);
        };
    }

    /** A key from a header has no line break, so no client can name the key of an item. */
    private BatchDocument.Item submitOne(int index, SmsMessage message, @Nullable TraceParent trace, Duration left) {
        RequestKey own = RequestKey.ofRequest(tenant, key + "\n" + index);
        try {
            Receipt receipt = submitter.submitOnce(own, fingerprint, message, trace, left);
            if (!receipt.isReplayed()) {
                fresh.incrementAndGet();
            }
            return BatchDocument.Item.ofReceipt(index, receipt, message.clientRef());
        } catch (ProblemException e) {
            fresh.incrementAndGet();
            return BatchDocument.Item.ofProblem(index, e.problem(), message.clientRef());
        } catch (StoreUnavailableException e) {
            fresh.incrementAndGet();
            return BatchDocument.Item.ofProblem(
                    index,
                    Problem.of(
                            ProblemType.STORE_UNAVAILABLE,
                            "The store did not confirm the message; it is safe to send it again with the same key."),
                    message.clientRef());
        }
    }
}
