package dev.winnow.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of messages that travel through the queue together. Immutable; any thread.
 *
 * @param id a UUIDv7 (RFC 9562) with the time at which the envelope was opened
 * @param fairnessGroup the SQS MessageGroupId: a group for one busy tenant, or a shared group of small tenants
 * @param slots 1 to {@value #MAX_SLOTS} messages; the position of a slot is part of its message's id
 */
public record Envelope(UUID id, String fairnessGroup, List<Slot> slots) {
    public static final int MAX_SLOTS = 200;

    /** The most bytes of an envelope: below the 64 KB for which SQS bills one request, with space for attributes. */
    public static final int MAX_BYTES = 60_000;

    public Envelope {
        if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException("an envelope has 1 to " + MAX_SLOTS + " slots, got " + slots.size());
        }
        slots = List.copyOf(slots);
    }

    /** The time at which the envelope was opened, in milliseconds since the epoch: the first 48 bits of a UUIDv7. */
    public static long openedAtMillis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    /** Whether the messages have verdicts already and are to be judged again. */
    public boolean isRescan() {
        return slots.getFirst().origin() != null;
    }

    /** The hash of the id of a message of this envelope: the id under which it was first accepted. */
    public long hashOf(int slot) {
        Origin origin = slots.get(slot).origin();
        return origin == null ? hashOf(id, slot) : hashOf(origin.envelope(), origin.slot());
    }

    /** A hash of a message's id, the same at each scan of the message: over the random part of the envelope's id and the slot. */
    public static long hashOf(UUID id, int slot) {
        return id.getLeastSignificantBits() * 31 + slot;
    }

    /**
     * One message of a tenant.
     *
     * @param tenant the tenant's id
     * @param message the submitted message
     * @param acceptedAt the time at which the API accepted the message, by the API task's clock, in milliseconds
     * @param requestKey the hash of the key under which the client may repeat the request; null without a key. A repetition after a crash can
     *     make two messages of one request; the ids of webhooks are derived from this hash, so that both make one event
     * @param trace the trace with which the client follows the message; null if it named none
     * @param origin the first place of a message that is to be judged again; null for a new message
     */
    public record Slot(
            String tenant,
            SmsMessage message,
            Instant acceptedAt,
            @Nullable String requestKey,
            @Nullable TraceParent trace,
            @Nullable Origin origin) {
        /** A new message. */
        public Slot(
                String tenant,
                SmsMessage message,
                Instant acceptedAt,
                @Nullable String requestKey,
                @Nullable TraceParent trace) {
            this(tenant, message, acceptedAt, requestKey, trace, null);
        }

        /** A new message without a request key and without a trace. */
        public Slot(String tenant, SmsMessage message, Instant acceptedAt) {
            this(tenant, message, acceptedAt, null, null);
        }

        /** The same message, to be judged again on the bulk lane; its trace has ended. */
        public Slot judgedAgain(Origin first) {
            return new Slot(tenant, message, acceptedAt, requestKey, null, first);
        }
    }

    /**
     * The first place of a message that is to be judged again.
     *
     * @param envelope the envelope that carried the message first
     * @param slot its place there
     */
    public record Origin(UUID envelope, int slot) {
        public Origin {
            if (slot < 0 || slot >= MAX_SLOTS) {
                throw new IllegalArgumentException("slot must be 0 to " + (MAX_SLOTS - 1) + ", is " + slot);
            }
        }
    }
}
