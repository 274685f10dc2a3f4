package dev.winnow.ingest.submit;

import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.web.ApiRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Submits a message and waits for its verdict, as all routes for a single message do. Blocks; any thread, best a virtual one. */
public final class WaitingSubmitter {
    private final MessageLookup lookup;

    public WaitingSubmitter(MessageLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Submits a message, gives back the place of its request, and waits for the verdict.
     *
     * @param submission submits the message; its exceptions are passed on
     * @param wait the time to wait once the message is submitted; without time the verdict is empty
     */
    public SubmittedMessage submitMessage(
            ApiRequest request, String tenant, Supplier<Receipt> submission, Supplier<Duration> wait) {
        Receipt receipt = submission.get();
        request.releasePlace();
        Duration time = wait.get();
        Optional<VerdictDocument> verdict = time.isPositive()
                ? lookup.tryAwait(receipt.id(), tenant, time, request::isAbandoned)
                : Optional.empty();
        return new SubmittedMessage(receipt, verdict);
    }
}
