package dev.winnow.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Issues message ids and tells genuine ids from forged ones without a look-up. Any thread, without a lock.
 *
 * <p>One guess in 2^52 is right (the HMAC part of the tag), and every guess costs a request.
 */
public final class MessageIds {
    private static final int HMAC_BITS = 52;

    private volatile Keys keys;

    /**
     * Begins with these secrets.
     *
     * @param secrets the secrets that verify; the first one also signs, so that a rotation puts the new secret in front
     * @throws IllegalArgumentException if the list is empty or two secrets share a number
     */
    public MessageIds(List<IdSecret> secrets) {
        this.keys = Keys.fromSecrets(secrets);
    }

    /**
     * Replaces the secrets while ids are issued and verified.
     *
     * @throws IllegalArgumentException if the list is empty or two secrets share a number; the last secrets then stay
     */
    public void rotateSecrets(List<IdSecret> secrets) {
        keys = Keys.fromSecrets(secrets);
    }

    /** Issues the id of a slot, which is valid for its tenant only. */
    public MessageId issueId(UUID envelope, int slot, String tenant) {
        Keys now = keys;
        return new MessageId(envelope, slot, computeTag(now.current(), now.signing(), envelope, slot, tenant));
    }

    /** Reads an id that was issued for this tenant; empty for a forged, foreign or malformed text. */
    public Optional<MessageId> verifyId(String text, String tenant) {
        if (text.length() != MessageId.TEXT_LENGTH) {
            return Optional.empty();
        }
        MessageId id;
        try {
            id = MessageId.parseText(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        int number = (int) (id.tag() >>> HMAC_BITS);
        Mac mac = keys.byNumber().get(number);
        return mac != null && computeTag(number, mac, id.envelope(), id.slot(), tenant) == id.tag()
                ? Optional.of(id)
                : Optional.empty();
    }

    /**
     * HMAC-SHA256 of the content under the secret that signs, in hexadecimal. A holder of the secret can compare two texts by it; without the
     * secret the hash says nothing about the text. It changes when the secret is rotated.
     */
    public String keyedHash(byte[] content) {
        return HexFormat.of().formatHex(copyOf(keys.signing()).doFinal(content));
    }

    private static long computeTag(int number, Mac keyed, UUID envelope, int slot, String tenant) {
        byte[] tenantBytes = tenant.getBytes(StandardCharsets.UTF_8);
        ByteBuffer signed = ByteBuffer.allocate(17 + tenantBytes.length)
                .putLong(envelope.getMostSignificantBits())
                .putLong(envelope.getLeastSignificantBits())
                .put((byte) slot)
                .put(tenantBytes);
        byte[] digest = copyOf(keyed).doFinal(signed.array());
        return (long) number << HMAC_BITS | ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - HMAC_BITS);
    }

    /** Clones a keyed Mac: a clone is cheap, and threads cannot share one Mac. */
    private static Mac copyOf(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(
                    "this JDK's " + IdSecret.ALGORITHM + " cannot be cloned; use another provider", e);
        }
    }

    private static Mac openMac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(IdSecret.ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + IdSecret.ALGORITHM + ", which every JDK must have", e);
        }
    }

    private record Keys(int current, Mac signing, Map<Integer, Mac> byNumber) {
        static Keys fromSecrets(List<IdSecret> secrets) {
            if (secrets.isEmpty()) {
                throw new IllegalArgumentException("at least one id secret is needed to issue message ids");
            }
            IdSecret first = secrets.getFirst();
            Map<Integer, Mac> byNumber = secrets.stream()
                    .collect(Collectors.toUnmodifiableMap(IdSecret::number, secret -> openMac(secret.key()), (a, b) -> {
                        throw new IllegalArgumentException("two id secrets share a number");
                    }));
            return new Keys(first.number(), openMac(first.key()), byNumber);
        }
    }
}
