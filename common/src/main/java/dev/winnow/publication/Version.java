package dev.winnow.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of a published document. As text, in a pointer, it is {@code key@sha256}. Immutable; any thread.
 *
 * @param key the key of the object with the content
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 */
public record Version(String key, String sha256) {
    private static final Pattern FORM = Pattern.compile("([^@\\s]+)@([0-9a-f]{64})");

    /**
     * Reads a version from a pointer.
     *
     * @throws IllegalArgumentException if the text is not {@code key@sha256}
     */
    public static Version parsePointer(String pointer) {
        Matcher form = FORM.matcher(pointer.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a pointer must be key@sha256, is '" + pointer + "'; publish again");
        }
        return new Version(form.group(1), form.group(2));
    }

    /** Makes the version of a content under a key. */
    public static Version ofContent(String key, byte[] content) {
        return new Version(key, hashContent(content));
    }

    /**
     * Checks that a content belongs to this version.
     *
     * @throws IllegalStateException if the hash is another: the content was changed after its publication
     */
    public void requireContent(byte[] content) {
        String actual = hashContent(content);
        if (!actual.equals(sha256)) {
            throw new IllegalStateException("the content of '" + key + "' has hash " + actual + ", its pointer says "
                    + sha256 + "; publish again");
        }
    }

    @Override
    public String toString() {
        return key + "@" + sha256;
    }

    private static String hashContent(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }
}
