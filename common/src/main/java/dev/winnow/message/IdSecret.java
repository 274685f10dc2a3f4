package dev.winnow.message;

import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A numbered secret that signs message ids. Immutable; any thread.
 *
 * @param number 0 to 15; it travels in every id, so that ids outlive a rotation
 * @param key an HMAC-SHA256 key of at least {@value #MIN_KEY_BYTES} random bytes
 */
public record IdSecret(int number, SecretKey key) {
    public static final int MIN_KEY_BYTES = 32;

    /** The environment variable that holds the secrets. */
    public static final String SETTING = "WINNOW_IDSECRETS";

    static final String ALGORITHM = "HmacSHA256";

    public IdSecret {
        if (number < 0 || number > 15) {
            throw new IllegalArgumentException("the number of an id secret must be 0 to 15, is " + number);
        }
    }

    /**
     * A secret from its raw bytes.
     *
     * @throws IllegalArgumentException if the number is not 0 to 15 or the key is too short
     */
    public static IdSecret fromBytes(int number, byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "id secret " + number + " must have at least " + MIN_KEY_BYTES + " bytes, has " + key.length);
        }
        return new IdSecret(number, new SecretKeySpec(key, ALGORITHM));
    }

    /**
     * Reads secrets as they are configured: {@code number:base64}, separated by commas, the one that signs first.
     *
     * @throws IllegalArgumentException if one is not of that form
     */
    public static List<IdSecret> parseSecrets(String text) {
        return NumberedKey.parse(SETTING, text).stream()
                .map(key -> fromBytes(key.number(), key.bytes()))
                .toList();
    }

    /** Never the key: secrets stay out of logs. */
    @Override
    public String toString() {
        return "IdSecret[number=" + number + "]";
    }
}
