package dev.winnow.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the secrets of endpoints for the store (AES-256-GCM with a random nonce each, NIST SP 800-38D) and opens them again. A secret of one
 * endpoint does not open for another endpoint. Any thread.
 */
public final class SecretSealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private volatile Keys keys;

    /**
     * Begins with these keys.
     *
     * @param keys the keys that open; the first key also seals
     * @throws IllegalArgumentException if the list is empty or two keys share a number
     */
    public SecretSealer(List<MasterKey> keys) {
        this.keys = Keys.fromList(keys);
    }

    /**
     * Replaces the keys while secrets are sealed and opened.
     *
     * @throws IllegalArgumentException if the list is empty or two keys share a number; the last keys then stay
     */
    public void rotateKeys(List<MasterKey> next) {
        keys = Keys.fromList(next);
    }

    /** Seals a secret for one endpoint: {@code number.base64}. */
    public String sealSecret(byte[] secret, String endpoint) {
        MasterKey key = keys.sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    initCipher(Cipher.ENCRYPT_MODE, key.key(), nonce, endpoint).doFinal(secret);
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return key.number() + "." + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + CIPHER + ", which every JDK must have", e);
        }
    }

    /**
     * Opens the secret of an endpoint.
     *
     * @throws IllegalStateException if its master key is not configured any more, or if the secret belongs to another endpoint
     */
    public byte[] openSecret(String sealed, String endpoint) {
        int dot = sealed.indexOf('.');
        int number = Integer.parseInt(sealed.substring(0, dot));
        SecretKey key = keys.byNumber().get(number);
        if (key == null) {
            throw new IllegalStateException(
                    "master key " + number
                            + " is not configured any more, but a secret is sealed with it: put that key back behind the new one");
        }
        ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(dot + 1)));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] rest = new byte[both.remaining()];
        both.get(rest);
        try {
            return initCipher(Cipher.DECRYPT_MODE, key, nonce, endpoint).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the secret of endpoint " + endpoint + " does not open with master key " + number, e);
        }
    }

    private static Cipher initCipher(int mode, SecretKey key, byte[] nonce, String endpoint)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(endpoint.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private record Keys(MasterKey sealing, Map<Integer, SecretKey> byNumber) {
        static Keys fromList(List<MasterKey> keys) {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("at least one master key is needed to seal secrets");
            }
            return new Keys(
                    keys.getFirst(),
                    keys.stream().collect(Collectors.toUnmodifiableMap(MasterKey::number, MasterKey::key, (_, _) -> {
                        throw new IllegalArgumentException("two master keys share a number");
                    })));
        }
    }
}
