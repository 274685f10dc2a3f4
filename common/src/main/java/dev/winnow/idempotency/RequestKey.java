package dev.winnow.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a request that a client may repeat. Immutable; any thread.
 *
 * @param tenant the tenant's id; keys of different tenants never meet
 * @param hash SHA-256 of the client's name for the request, 64 hexadecimal digits
 */
public record RequestKey(String tenant, String hash) {
    /** Makes the key of a request from the client's name for it. */
    public static RequestKey ofRequest(String tenant, String name) {
        return new RequestKey(tenant, fingerprint(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 in hexadecimal, which shows whether two bodies are equal without keeping them. */
    public static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }
}
