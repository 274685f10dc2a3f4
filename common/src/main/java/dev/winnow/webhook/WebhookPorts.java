package dev.winnow.webhook;

/**
 * The stores, keys and address rules of webhooks.
 *
 * @param endpoints the registered endpoints
 * @param due the due and the buried webhooks
 * @param attempts the log of attempts
 * @param sealer opens the secrets that sign
 * @param urls the rules for addresses that may be called
 */
public record WebhookPorts(
        EndpointStore endpoints, DueWebhooks due, AttemptLog attempts, SecretSealer sealer, UrlPolicy urls) {}
