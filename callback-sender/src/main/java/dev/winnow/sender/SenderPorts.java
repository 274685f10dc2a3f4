package dev.winnow.sender;

import dev.winnow.message.MessageIds;
import dev.winnow.pulse.PulseLog;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;

/**
 * The ports of a callback sender. Their owner closes them after the sender.
 *
 * @param notices the queue that workers announce verdicts on
 * @param webhooks the stores, keys and address rules of webhooks
 * @param ids makes the ids that clients know their messages by
 * @param pulses the log of pulses
 */
public record SenderPorts(WebhookQueue notices, WebhookPorts webhooks, MessageIds ids, PulseLog pulses) {
    /** The ports of a sender that writes no pulse. */
    public SenderPorts(WebhookQueue notices, WebhookPorts webhooks, MessageIds ids) {
        this(notices, webhooks, ids, PulseLog.NONE);
    }
}
