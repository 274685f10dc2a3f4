package dev.winnow.history;

import dev.winnow.message.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * A message in the history. Immutable; any thread.
 *
 * @param envelope the envelope that carried the message
 * @param slot the place of the message in its envelope, from 0
 * @param message the message with its tenant, as it was on the queue
 */
public record KeptMessage(UUID envelope, int slot, Envelope.Slot message) {
    /** The time at which the API accepted the message. */
    public Instant acceptedAt() {
        return message.acceptedAt();
    }

    /** The id of the tenant. */
    public String tenant() {
        return message.tenant();
    }
}
