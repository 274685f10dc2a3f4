package dev.winnow.webhook;

import dev.winnow.message.NumberedKey;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A numbered key that seals the secrets of endpoints. Immutable; any thread.
 *
 * @param number 0 to 15; every sealed secret holds the number, so that a new key can come in front
 * @param key an AES key of {@value #BYTES} random bytes
 */
public record MasterKey(int number, SecretKey key) {
    public static final int BYTES = 32;

    /** The environment variable that holds the keys. */
    public static final String SETTING = "WINNOW_CALLBACKS_MASTERKEY";

    public MasterKey {
        if (number < 0 || number > 15) {
            throw new IllegalArgumentException("the number of a master key must be 0 to 15, is " + number);
        }
    }

    /**
     * Makes a key from its raw bytes.
     *
     * @throws IllegalArgumentException if the number is not 0 to 15 or the key has another length
     */
    public static MasterKey fromBytes(int number, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "master key " + number + " must have " + BYTES + " bytes, has " + key.length);
        }
        return new MasterKey(number, new SecretKeySpec(key, "AES"));
    }

    /**
     * Reads keys in the form of the setting: {@code number:base64}, separated by commas; the first key seals.
     *
     * @throws IllegalArgumentException if a part has another form
     */
    public static List<MasterKey> parseKeys(String text) {
        return NumberedKey.parse(SETTING, text).stream()
                .map(key -> fromBytes(key.number(), key.bytes()))
                .toList();
    }

    /** Leaves the key out, so that no log holds it. */
    @Override
    public String toString() {
        return "MasterKey[number=" + number + "]";
    }
}
