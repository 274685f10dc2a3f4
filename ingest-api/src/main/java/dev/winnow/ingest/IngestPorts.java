package dev.winnow.ingest;

import dev.winnow.callback.CallbackPorts;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.VerdictStore;
import org.jspecify.annotations.Nullable;

/**
 * What the API stands on. Whoever starts the API owns these and closes them after it.
 *
 * @param queue takes the envelopes
 * @param verdicts hands out what was decided
 * @param tenants knows the keys
 * @param ids issues and verifies receipts
 * @param requests remembers what repeatable requests became
 * @param feedback keeps what people say about verdicts
 * @param callbacks what webhook endpoints stand on; null where there are none
 */
public record IngestPorts(
        EnvelopeQueue queue,
        VerdictStore verdicts,
        TenantDirectory tenants,
        MessageIds ids,
        IdempotencyStore requests,
        FeedbackStore feedback,
        @Nullable CallbackPorts callbacks) {
    /** An API without webhook endpoints. */
    public IngestPorts(
            EnvelopeQueue queue,
            VerdictStore verdicts,
            TenantDirectory tenants,
            MessageIds ids,
            IdempotencyStore requests,
            FeedbackStore feedback) {
        this(queue, verdicts, tenants, ids, requests, feedback, null);
    }
}
