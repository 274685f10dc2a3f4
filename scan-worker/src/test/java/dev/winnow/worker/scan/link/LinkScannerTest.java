package dev.winnow.worker.scan.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkScannerTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    /** A text and the hosts in it. */
    record Case(String text, List<String> hosts) {}

    static List<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(LinkScannerTest.class.getResourceAsStream("texts.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(LinkScannerTest::readCase)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheHosts(Case each) {
        assertThat(links(each.text()))
                .extracting(link -> link.host().text())
                .as(each.text())
                .isEqualTo(each.hosts());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passesEveryLinkByTheQuickCheck(Case each) {
        if (!each.hosts().isEmpty()) {
            assertThat(LinkSigns.mayHoldLink(each.text().getBytes(StandardCharsets.UTF_8)))
                    .as(each.text())
                    .isTrue();
        }
    }

    @Test
    void hasMoreThanAHundredCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(130);
    }

    @Test
    void saysWhereALinkStandsInTheRawText() {
        String text = "😀 see exam\u200Bple[.]com/x, now";
        Link link = links(text).getFirst();
        int start = text.offsetByCodePoints(0, link.start());
        int end = text.offsetByCodePoints(0, link.end());
        assertThat(text.substring(start, end)).isEqualTo("exam\u200Bple[.]com/x");
    }

    @Test
    void readsPathAndPort() {
        assertThat(links("https://example.com:8443/a/B?c=1.")).first().satisfies(link -> {
            assertThat(link.port()).isEqualTo(8443);
            assertThat(link.path()).isEqualTo("/a/B?c=1");
        });
    }

    @Test
    void stopsAfterEightLinks() {
        assertThat(links("https://example.com/x ".repeat(50))).hasSize(LinkScanner.MAX_LINKS);
    }

    @Test
    void seesChatWithoutALinkByTheQuickCheck() {
        assertThat(Stream.of(
                                "See you at eight?",
                                "ok. See you there, don't be late!",
                                "He paid 1.99 and went home... I stayed.",
                                "Bring the red one (not the blue) and 24/7 support",
                                "こんにちは。元気ですか？",
                                "สวัสดีครับ พรุ่งนี้เจอกัน")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .noneMatch(LinkSigns::mayHoldLink);
    }

    @Test
    void takesLinearTimeOnLongTexts() {
        for (String unit :
                List.of("a.", "a.b-", "http://", "www.", "@a", "a . ", "a@b.", "[.]", "é.", ".. ", "a.com@")) {
            String text = unit.repeat(8192 / unit.length());
            assertThat(links(text).size()).as(unit).isLessThanOrEqualTo(LinkScanner.MAX_LINKS);
        }
    }

    private static List<Link> links(String text) {
        return new LinkScanner(CanonicalText.ofText(text), LinkLists.bundled())
                .scanText()
                .links();
    }

    private static Case readCase(String line) {
        int arrow = line.lastIndexOf(" =>");
        String hosts = line.substring(arrow + 3).strip();
        String text = ESCAPE.matcher(line.substring(0, arrow))
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
        return new Case(text, hosts.isEmpty() ? List.of() : List.of(hosts.split(" ")));
    }
}
