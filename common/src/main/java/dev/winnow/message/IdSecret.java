package dev.winnow.message;

import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A numbered secret that signs message ids. Immutable; any thread.
 *
 * @param number 0 to 15; the number is part of every id, so that old ids stay valid after a rotation
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
     * Makes a secret from its raw bytes.
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
     * Reads secrets in the form of the setting: {@code number:base64}, separated by commas; the first secret signs.
     *
     * @throws IllegalArgumentException if a part has another form
     */
    public static List<IdSecret> parseSecrets(String text) {
        return NumberedKey.parse(SETTING, text).stream()
                .map(key -> fromBytes(key.number(), key.bytes()))
                .toList();
    }

    /** Leaves the key out, so that no log holds it. */
    @Override
    public String toString() {
        return "IdSecret[number=" + number + "]";
    }
}
