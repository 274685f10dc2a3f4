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
 * @param queue the queue of envelopes
 * @param stores the stores of verdicts, of leases for repeatable requests, and the feedback
 * @param tenants the tenants and their keys
 * @param ids the issuer and verifier of message ids
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
