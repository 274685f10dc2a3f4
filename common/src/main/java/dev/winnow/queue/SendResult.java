package dev.winnow.queue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The outcome for each envelope of a batch. Partial failure is a value, not an exception.
 *
 * @param confirmed the envelopes that the queue holds durably
 * @param refused the envelopes that the queue refused, with its reasons; they can be sent again
 */
public record SendResult(Set<UUID> confirmed, Map<UUID, String> refused) {
    public SendResult {
        confirmed = Set.copyOf(confirmed);
        refused = Map.copyOf(refused);
    }
}
