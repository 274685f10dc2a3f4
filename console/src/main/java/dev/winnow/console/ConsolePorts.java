package dev.winnow.console;

import dev.winnow.console.access.OperatorKeys;
import dev.winnow.console.now.QueueReader;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.Stores;

/**
 * The ports of a console. Their owner closes them after the console.
 *
 * @param stores the verdicts, the feedback, the webhooks, the pulses and the audit log
 * @param history the texts of tenants that consent
 * @param queue the lanes, for messages that are judged again
 * @param tenants the tenants, which the console may change
 * @param ids the verifier of message ids
 * @param rules the live rules
 * @param letters the dead letters
 * @param queues the depths of the queues
 * @param keys the keys of the command line
 */
public record ConsolePorts(
        Stores stores,
        MessageHistory history,
        EnvelopeQueue queue,
        TenantBook tenants,
        MessageIds ids,
        LiveRules rules,
        DeadLetterBox letters,
        QueueReader queues,
        OperatorKeys keys) {}
