package dev.winnow.ingest;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.VerdictStore;

/**
 * What the API stands on. Whoever starts the API owns these and closes them after it.
 *
 * @param queue takes the envelopes
 * @param verdicts hands out what was decided
 * @param tenants knows the keys
 * @param ids issues and verifies receipts
 * @param requests remembers what repeatable requests became
 * @param feedback keeps what people say about verdicts
 */
public record IngestPorts(
        EnvelopeQueue queue,
        VerdictStore verdicts,
        TenantDirectory tenants,
        MessageIds ids,
        IdempotencyStore requests,
        FeedbackStore feedback) {}
