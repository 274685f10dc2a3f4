package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DisguiseCheckTest {
    private static final Pattern DISGUISED = Pattern.compile("[^\\x00-\\x7F]|[A-Za-z][0-9@$|]|[0-9@$|][A-Za-z]"
            + "|(?<![A-Za-z])[A-Za-z][^A-Za-z][A-Za-z][^A-Za-z][A-Za-z](?![A-Za-z])");
    private static final String[] ALPHABETS = {"ab   .", "aZ@[`{$|0 /:9~\u007F", "zzzzzzA 1", "aa  \u00E9"};

    @Test
    void findsInEightBytesTheSamePlacesAsByteByByte() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String text = random(ALPHABETS[i % ALPHABETS.length], random);
            assertThat(DisguiseCheck.isSuspect(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isEqualTo(DISGUISED.matcher(text).find());
        }
    }

    private static String random(String alphabet, Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(26); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
