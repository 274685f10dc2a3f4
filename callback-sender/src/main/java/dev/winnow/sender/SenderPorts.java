package dev.winnow.sender;

import dev.winnow.message.MessageIds;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;

/**
 * The ports of a callback sender. Their owner closes them after the sender.
 *
 * @param notices the queue that workers announce verdicts on
 * @param webhooks the stores, keys and address rules of webhooks
 * @param ids makes the ids that clients know their messages by
 */
public record SenderPorts(WebhookQueue notices, WebhookPorts webhooks, MessageIds ids) {}
