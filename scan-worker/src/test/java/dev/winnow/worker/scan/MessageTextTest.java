package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.scan.link.LinkLists;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static final String[] PIECES = {
        ".",
        ".",
        "_",
        "-",
        "/",
        ":",
        "@",
        "?",
        "#",
        "%",
        "%zz",
        "[",
        "]",
        "(",
        " ",
        " ",
        "  dot  ",
        "[.]",
        "hxxp",
        "http://",
        "https://",
        "www.",
        "xn--",
        "xn--p1ai",
        "a",
        "paypal",
        "com",
        "co.uk",
        "top",
        "9",
        "99999",
        "1.2.3.4",
        ":80",
        ":99999",
        "\u0131",
        "\u00e4",
        "\u0430",
        "\u0e17",
        "\u5305\u88f9",
        "\u200b",
        "\u202e",
        "\ud83d",
        "\ude00",
        "\ud83d\ude00",
        "\u0301",
        "\uff0e",
        "\u3002",
        "\0",
        "\n",
        "x".repeat(64),
        "*1234",
        "+49 170",
        "12:30",
        "1/2"
    };

    @Test
    void readsEveryText() {
        Random random = new Random(11);
        FeatureLister lister = new FeatureLister(LinkLists.bundled());
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(14); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(readFeatures(lister, text.toString())).isTrue();
        }
    }

    private static boolean readFeatures(FeatureLister lister, String text) {
        try {
            return !lister.listFeatures(text).isEmpty();
        } catch (RuntimeException e) {
            throw new AssertionError("the text cannot be read: " + text.replaceAll("[^\\x21-\\x7e]", "?"), e);
        }
    }
}
