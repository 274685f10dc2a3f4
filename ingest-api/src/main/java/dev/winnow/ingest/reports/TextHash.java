package dev.winnow.ingest.reports;

import dev.winnow.message.MessageIds;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether two reported texts are the same up to disguise, without keeping either. Any thread. */
final class TextHash {
    /** Spaces, invisible characters and controls, which senders put between letters to make equal texts look different. */
    private static final Pattern FILLING = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    private final MessageIds ids;

    TextHash(MessageIds ids) {
        this.ids = ids;
    }

    /** HMAC of the text in compatibility form, lower case and without filling. */
    String hashText(String text) {
        String folded = FILLING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return ids.keyedHash(folded.getBytes(StandardCharsets.UTF_8));
    }
}
