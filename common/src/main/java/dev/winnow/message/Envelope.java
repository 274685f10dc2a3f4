package dev.winnow.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The messages that travel through the queue as one. Immutable; any thread.
 *
 * @param id UUIDv7 (RFC 9562); its time is when the envelope was opened
 * @param fairnessGroup the SQS MessageGroupId: a busy tenant by itself, or one of the shared groups of small tenants
 * @param slots 1 to {@value #MAX_SLOTS} messages; a slot's position is part of the message's id
 */
public record Envelope(UUID id, String fairnessGroup, List<Slot> slots) {
    public static final int MAX_SLOTS = 200;

    /** Stays under the 64 KB chunk by which SQS bills, with room for attributes. */
    public static final int MAX_BYTES = 60_000;

    public Envelope {
        if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException("an envelope has 1 to " + MAX_SLOTS + " slots, got " + slots.size());
        }
        slots = List.copyOf(slots);
    }

    /** When the envelope was opened, in milliseconds since the epoch: the first 48 bits of a UUIDv7. */
    public static long openedAtMillis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    /**
     * One message and whose it is.
     *
     * @param tenant the tenant's id
     * @param message what was submitted
     * @param acceptedAt when the API took it in, by the API task's clock, in milliseconds
     * @param requestKey the hash of the key under which the client may repeat the request; null when it gave none. A repetition after
     *     a crash can make two messages of one request; whoever tells receivers about them derives the event's id from this
     * @param trace the trace that the client follows the message by; null when it named none
     */
    public record Slot(
            String tenant,
            SmsMessage message,
            Instant acceptedAt,
            @Nullable String requestKey,
            @Nullable TraceParent trace) {
        /** A message of a request that can be neither repeated nor followed. */
        public Slot(String tenant, SmsMessage message, Instant acceptedAt) {
            this(tenant, message, acceptedAt, null, null);
        }
    }
}
