package dev.winnow.ingest;

import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.Stores;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.webhook.WebhookPorts;
import org.jspecify.annotations.Nullable;

/**
 * The ports of the API. Their owner closes them after the API.
 *
 * @param queue takes the envelopes
 * @param stores the verdicts, the leases of repeatable requests, and the feedback
 * @param tenants knows the keys
 * @param ids issues and verifies receipts
 * @param webhooks the stores, keys and address rules of webhooks; null for an API without webhook endpoints
 */
public record IngestPorts(
        EnvelopeQueue queue,
        Stores stores,
        TenantDirectory tenants,
        MessageIds ids,
        @Nullable WebhookPorts webhooks) {
    /** The ports of an API without webhook endpoints. */
    public IngestPorts(EnvelopeQueue queue, Stores stores, TenantDirectory tenants, MessageIds ids) {
        this(queue, stores, tenants, ids, null);
    }
}
