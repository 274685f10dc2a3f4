package dev.winnow.worker.scan.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkListsTest {
    private static final String HOST = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";

    @ParameterizedTest
    @CsvSource({
        "known-hosts.txt, 2000",
        "shorteners.txt, 120",
        "messengers.txt, 30",
        "free-hosts.txt, 60",
        "free-mail.txt, 120",
        "rare-endings.txt, 60",
        "everyday-words.txt, 100"
    })
    void hasManyEntriesInOneForm(String name, int least) throws IOException {
        List<String> entries = entries(name);
        assertThat(entries).hasSizeGreaterThanOrEqualTo(least).isSorted().doesNotHaveDuplicates();
        assertThat(entries).allMatch(entry -> entry.matches(HOST));
    }

    @Test
    void namesBrandsOfManyCountriesInOneForm() throws IOException {
        List<String> lines = entries(LinkLists.BRANDS);
        List<Brand> brands = lines.stream().map(Brand::parseLine).toList();
        assertThat(brands).hasSizeGreaterThanOrEqualTo(300);
        assertThat(brands.stream().map(Brand::name)).isSorted().doesNotHaveDuplicates();
        assertThat(brands.stream().map(Brand::country).distinct().count()).isGreaterThanOrEqualTo(40);
        SoftAssertions softly = new SoftAssertions();
        for (Brand brand : brands) {
            softly.assertThat(brand.words())
                    .as(brand.name())
                    .doesNotHaveDuplicates()
                    .allMatch(word -> word.length() > 1 && word.equals(word.toLowerCase(Locale.ROOT)));
            softly.assertThat(brand.hosts())
                    .as(brand.name())
                    .doesNotHaveDuplicates()
                    .allMatch(host -> host.matches(HOST));
        }
        softly.assertAll();
    }

    @Test
    void callsNoHostKnownOnWhichAnybodyMayPublish() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (String file : List.of(LinkLists.SHORTENERS, LinkLists.MESSENGERS, LinkLists.FREE_HOSTS)) {
            for (String entry : entries(file)) {
                HostName host = HostName.parseHost(entry);
                if (host != null) {
                    softly.assertThat(LinkLists.bundled().isKnown(host))
                            .as(entry)
                            .isFalse();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void addsTheLinesOfAnOperator() {
        LinkLists lists = LinkLists.withLines(Map.of(
                LinkLists.BRANDS, "# own\nNorthbank\tZZ\tnorthbank, north bank\tnorthbank.example.com\n",
                LinkLists.KNOWN_HOSTS, "shop.example.org\n"));
        assertThat(lists.isKnown(host("pay.northbank.example.com"))).isTrue();
        assertThat(lists.isKnown(host("shop.example.org"))).isTrue();
        assertThat(lists.isKnown(host("other.example.org"))).isFalse();
        assertThat(lists.brands())
                .hasSizeGreaterThan(LinkLists.bundled().brands().size());
    }

    @Test
    void namesALineOfAnotherForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkLists.withLines(Map.of(LinkLists.BRANDS, "Northbank, northbank.example.com\n")))
                .withMessageContaining("Northbank, northbank.example.com");
    }

    private static HostName host(String text) {
        return Objects.requireNonNull(HostName.parseHost(text));
    }

    private static List<String> entries(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LinkLists.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
