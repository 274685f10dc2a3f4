package dev.winnow.worker.scan.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HostNameTest {
    private static final String[] PIECES = {
        ".",
        ".",
        "_",
        "-",
        "a",
        "com",
        "co.uk",
        "9",
        "xn--",
        "xn--p1ai",
        "\u00e4",
        "\u0430",
        "\u0e17",
        "top",
        "0.0.0.1",
        "\ud83d\ude00",
        "x".repeat(63)
    };

    @Test
    void findsNoHostWhereALabelBeginsOrEndsWithASign() {
        assertThat(HostName.parseHost("win.dow._sha.reddata.com")).isNull();
        assertThat(HostName.parseHost("a._b.com")).isNull();
        assertThat(HostName.parseHost("a.b_.com")).isNull();
        assertThat(HostName.parseHost("_a.com")).isNull();
        assertThat(HostName.parseHost("a_b.example.com")).isNotNull();
    }

    @Test
    void answersForEveryText() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder host = new StringBuilder();
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                host.append(PIECES[random.nextInt(PIECES.length)]);
            }
            parse(host.toString());
        }
    }

    private static void parse(String host) {
        try {
            HostName name = HostName.parseHost(host);
            if (name != null) {
                assertThat(name.ownLabels()).as(host).isNotNull();
            }
        } catch (RuntimeException e) {
            throw new AssertionError("no answer for " + host, e);
        }
    }
}
