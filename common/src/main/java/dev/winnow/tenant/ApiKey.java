package dev.winnow.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key, of which only the hash is known. Immutable; any thread.
 *
 * @param name the operator's name for the key
 * @param sha256 SHA-256 of the key's text, 64 lower-case hexadecimal digits
 * @param scopes the rights of the key; at least one
 * @param messagesPerMinute the most messages that the key may submit in a minute; null for no limit of its own
 */
public record ApiKey(
        String name,
        String sha256,
        Set<Scope> scopes,
        @Nullable Integer messagesPerMinute) {
    private static final String PREFIX = "wk_";
    private static final int RANDOM_BYTES = 24;
    private static final MessageDigest DIGEST = newDigest();

    public ApiKey {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("key '" + name + "' needs a sha256 of 64 lower-case hexadecimal digits");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("key '" + name + "' needs at least one scope: submit or manage");
        }
        scopes = Set.copyOf(scopes);
        if (messagesPerMinute != null && messagesPerMinute < 1) {
            throw new IllegalArgumentException("messagesPerMinute of key '" + name + "' must be at least 1");
        }
    }

    /** A key without a limit of its own. */
    public ApiKey(String name, String sha256, Set<Scope> scopes) {
        this(name, sha256, scopes, null);
    }

    /** Makes the text of a new key, which is shown once and not kept: {@value #PREFIX} and 192 random bits. */
    public static String generateKey() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** SHA-256 of a key's text in lower-case hexadecimal. Keys carry 192 random bits, so a slow hash would add nothing. */
    public static String hashKey(String key) {
        try {
            MessageDigest sha256 = (MessageDigest) DIGEST.clone();
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's SHA-256 cannot be cloned; use another provider", e);
        }
    }

    /** Looks up the algorithm once. Every request hashes a key with a clone, which costs less than another look-up. */
    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }
}
