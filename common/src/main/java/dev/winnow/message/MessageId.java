package dev.winnow.message;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The receipt for one message: the place of its verdict, and a tag that proves that this installation issued the id for the tenant. As text
 * it is {@value #TEXT_LENGTH} base64url characters (24 bytes: envelope, slot, tag). Immutable; any thread.
 *
 * @param envelope the UUIDv7 of the envelope that carries the message (RFC 9562)
 * @param slot the message's place in the envelope, 0 to {@link Envelope#MAX_SLOTS} - 1
 * @param tag 56 bits: 4 of key number, 52 of HMAC-SHA256
 */
public record MessageId(UUID envelope, int slot, long tag) {
    public static final int TEXT_LENGTH = 32;

    static final int TAG_BITS = 56;
    private static final int BYTES = 24;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    public MessageId {
        if (slot < 0 || slot >= Envelope.MAX_SLOTS) {
            throw new IllegalArgumentException("slot must be 0 to " + (Envelope.MAX_SLOTS - 1) + ", is " + slot);
        }
        if (tag >>> TAG_BITS != 0) {
            throw new IllegalArgumentException("tag must have at most " + TAG_BITS + " bits");
        }
    }

    /** Reads a stored id without a check of its tag; ids from clients go through {@link MessageIds#verifyId}. */
    public static MessageId parseText(String text) {
        byte[] bytes = DECODER.decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a message id has " + TEXT_LENGTH + " characters, got " + text.length());
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID envelope = new UUID(buffer.getLong(), buffer.getLong());
        long slotAndTag = buffer.getLong();
        return new MessageId(envelope, (int) (slotAndTag >>> TAG_BITS), slotAndTag & ((1L << TAG_BITS) - 1));
    }

    /** The time at which the envelope was opened, in milliseconds since the epoch by the issuing API task's clock. */
    public long issuedAtMillis() {
        return Envelope.openedAtMillis(envelope);
    }

    @Override
    public String toString() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(envelope.getMostSignificantBits())
                .putLong(envelope.getLeastSignificantBits())
                .putLong((long) slot << TAG_BITS | tag);
        return ENCODER.encodeToString(buffer.array());
    }
}
