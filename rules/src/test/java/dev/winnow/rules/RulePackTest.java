package dev.winnow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackTest {
    @Test
    void bundlesEveryRuleFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/winnow/rules"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yar"))
                    .sorted()
                    .toList();
            assertThat(RulePack.readBundled().files())
                    .extracting(RuleFile::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void isCalledByADay() {
        assertThat(RulePack.readBundled().label()).matches("20[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}");
        assertThatThrownBy(() -> new RulePack("base", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not base");
    }

    @Test
    void saysWhichLineOfTheExamplesIsWrong() {
        assertThatThrownBy(
                        () -> RuleExample.parseFile("a.examples.tsv", "a", "rule\texpect\ttext\nloan\tmaybe\thello\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.examples.tsv:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"messages", "people=3", "messages=0", "messages=10001", "senders=many", "messages=3  tenants=2"})
    void saysWhatIsWrongWithAWave(String wave) {
        String file = "rule\texpect\ttext\nloan\tmatch\thello\t" + wave + "\n";

        assertThatThrownBy(() -> RuleExample.parseFile("a.examples.tsv", "a", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a.examples.tsv:2");
    }

    @Test
    void disguisesWithoutLosingLength() {
        assertThat(Disguise.LEET.disguise("free cash")).isEqualTo("fr33 c45h");
        assertThat(Disguise.SPACED.disguise("ok go")).isEqualTo("o k   g o");
        assertThat(Disguise.DOTTED.disguise("ok go")).isEqualTo("o.k g.o");
        assertThat(Disguise.FULL_WIDTH.disguise("ok!")).isEqualTo("ｏｋ！");
        assertThat(Disguise.ZERO_WIDTH.disguise("ok")).isEqualTo("o\u200Bk");
        assertThat(Disguise.LOOK_ALIKE.disguise("pay")).isNotEqualTo("pay").hasSize(3);
    }
}
