package dev.winnow.lab.learn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The key that all copies of a message share: its letters, without links, digits, case and punctuation. Copies must not stand on both sides
 * of a split, so splits go by the key. Stateless.
 */
public final class TextKey {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z]+");
    private static final Pattern NOT_LETTER = Pattern.compile("[^\\p{L}]+");

    private TextKey() {}

    /** The key of a text; a text without Latin letters is its own key. */
    public static String keyOf(String text) {
        String plain = LINK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String latin = NOT_LATIN.matcher(plain).replaceAll(" ").strip();
        return latin.isEmpty() ? NOT_LETTER.matcher(plain).replaceAll(" ").strip() : latin;
    }

    /** The number of the fold that the text belongs to, below {@code folds}. */
    public static int foldOf(String text, int folds, long seed) {
        byte[] digest = digestOf(seed + ":" + keyOf(text));
        return Math.floorMod((digest[0] << Byte.SIZE) + (digest[1] & 0xFF), folds);
    }

    private static byte[] digestOf(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
