package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Checks that every line of {@code docs/reliability.md} names a test that exists. */
class ReliabilityPageTest {
    private final String page = ShellBlock.readPage("docs/reliability.md");

    @Test
    void namesTestsThatExist() {
        assertThat(NamedTests.find(page)).hasSizeGreaterThan(30);
        assertThat(NamedTests.findMissing(page)).isEmpty();
    }

    @Test
    void namesATestOnEveryLineOfItsTables() {
        assertThat(page.lines())
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| trouble"))
                .allSatisfy(line -> assertThat(NamedTests.find(line)).isNotEmpty());
    }
}
