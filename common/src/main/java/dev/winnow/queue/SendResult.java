package dev.winnow.queue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What became of each envelope of a batch. Partial failure is a value, not an exception.
 *
 * @param confirmed the queue has them durably
 * @param refused the queue does not have them, with the queue's reason; safe to send again
 */
public record SendResult(Set<UUID> confirmed, Map<UUID, String> refused) {
    public SendResult {
        confirmed = Set.copyOf(confirmed);
        refused = Map.copyOf(refused);
    }
}
