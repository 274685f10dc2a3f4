package dev.winnow.webhook;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A numbered key that seals the secrets of endpoints. Immutable; any thread.
 *
 * @param number 0 to 15; it stands in everything that the key sealed, so that a new key can come in front
 * @param key an AES key of {@value #BYTES} random bytes
 */
public record MasterKey(int number, SecretKey key) {
    public static final int BYTES = 32;

    public MasterKey {
        if (number < 0 || number > 15) {
            throw new IllegalArgumentException("the number of a master key must be 0 to 15, is " + number);
        }
    }

    /**
     * A key from its raw bytes.
     *
     * @throws IllegalArgumentException if the number is not 0 to 15 or the key has another length
     */
    public static MasterKey of(int number, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "master key " + number + " must have " + BYTES + " bytes, has " + key.length);
        }
        return new MasterKey(number, new SecretKeySpec(key, "AES"));
    }

    /**
     * Reads keys as they are configured: {@code number:base64}, separated by commas, the one that seals first.
     *
     * @throws IllegalArgumentException if one is not of that form
     */
    public static List<MasterKey> parse(String text) {
        return Arrays.stream(text.split(",", -1)).map(MasterKey::parseOne).toList();
    }

    private static MasterKey parseOne(String text) {
        String[] parts = text.strip().split(":", 2);
        try {
            return of(Integer.parseInt(parts[0]), Base64.getDecoder().decode(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("every part of WINNOW_CALLBACKS_MASTERKEY must be number:base64", e);
        }
    }

    /** Never the key: secrets stay out of logs. */
    @Override
    public String toString() {
        return "MasterKey[number=" + number + "]";
    }
}
