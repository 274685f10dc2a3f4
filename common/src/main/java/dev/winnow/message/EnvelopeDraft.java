package dev.winnow.message;

import java.util.UUID;

/** An envelope that is being filled. One thread at a time. */
public final class EnvelopeDraft {
    private static final String TAIL = "]}";

    private final UUID id;
    private final String fairnessGroup;
    private final Priority priority;
    private final StringBuilder body;
    private int slots;
    private int bytes;

    /** Opens an envelope. The id must be a fresh UUIDv7 and the group must be ASCII, as SQS wants it. */
    public EnvelopeDraft(UUID id, String fairnessGroup, Priority priority) {
        this.id = id;
        this.fairnessGroup = fairnessGroup;
        this.priority = priority;
        this.body = new StringBuilder(512).append(EnvelopeCodec.encodeHead(id, fairnessGroup));
        this.bytes = body.length() + TAIL.length();
    }

    public UUID id() {
        return id;
    }

    /** Whether the slot fits into this envelope. Every slot fits into an empty envelope. */
    public boolean hasRoomFor(EncodedSlot slot) {
        return slots < Envelope.MAX_SLOTS && bytes + slot.bytes() + 1 <= Envelope.MAX_BYTES;
    }

    /** Adds a slot that fits and returns its position. */
    public int addSlot(EncodedSlot slot) {
        if (!hasRoomFor(slot)) {
            throw new IllegalStateException("envelope " + id + " is full; ask hasRoomFor first");
        }
        if (slots > 0) {
            body.append(',');
            bytes++;
        }
        body.append(slot.json());
        bytes += slot.bytes();
        return slots++;
    }

    /** The number of slots so far. */
    public int slots() {
        return slots;
    }

    /** Closes the envelope; the draft must not be used afterwards. */
    public SealedEnvelope sealDraft() {
        if (slots == 0) {
            throw new IllegalStateException("envelope " + id + " is empty");
        }
        return new SealedEnvelope(
                id, fairnessGroup, priority, slots, body.append(TAIL).toString());
    }
}
