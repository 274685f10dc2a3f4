package dev.winnow.webhook;

/**
 * The stores, keys and address rules that webhooks need.
 *
 * @param endpoints the registered endpoints
 * @param due the webhooks that are tried later, and the dead letters
 * @param attempts the log of attempts
 * @param sealer opens the secrets that sign
 * @param urls the addresses that may be called
 */
public record WebhookPorts(
        EndpointStore endpoints, DueWebhooks due, AttemptLog attempts, SecretSealer sealer, UrlPolicy urls) {}
