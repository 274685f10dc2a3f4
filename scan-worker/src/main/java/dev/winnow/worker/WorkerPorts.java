package dev.winnow.worker;

import dev.winnow.history.MessageHistory;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.Stores;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.webhook.WebhookQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a worker. Their owner closes them after the worker.
 *
 * @param queue the source of envelopes
 * @param stores the verdicts, the crash marks and the endpoints
 * @param tenants the settings that apply
 * @param history the texts that tenants let Winnow keep
 * @param notices the queue of the callback sender; null for a worker that announces nothing
 */
public record WorkerPorts(
        EnvelopeQueue queue,
        Stores stores,
        TenantDirectory tenants,
        MessageHistory history,
        @Nullable WebhookQueue notices) {
    /** The ports of a worker that keeps no text and announces nothing. */
    public WorkerPorts(EnvelopeQueue queue, Stores stores, TenantDirectory tenants) {
        this(queue, stores, tenants, MessageHistory.NONE, null);
    }
}
