package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceChecksTest {

    @Test
    void refusesIncludesModulesAndEntrypointWithASentence() {
        assertThat(check("include \"/etc/passwd\"\nimport \"pe\"\nrule a {\n condition: entrypoint == 0 }"))
                .containsExactly(
                        "test.yar:1 is refused: 'include' is off; put the rules of \"/etc/passwd\" into this file",
                        "test.yar:2 is refused: module \"pe\" is not built in; remove the import and what uses it",
                        "rule 'a' (test.yar:4) is refused: 'entrypoint' is deprecated and a text has none; remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{30001}", "a{4294967296}", "a{0,30001}", "a{99999999999999999999,}", "a{1, 40000}"})
    void refusesRepeatCountsOverThirtyThousand(String regex) {
        assertThat(check("rule a { strings: $a = /" + regex + "/ condition: $a }"))
                .singleElement()
                .asString()
                .startsWith("rule 'a' (test.yar:1) is refused: the regex repeats {")
                .endsWith("lower it to at most 30,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule a { strings: $a = /a{30000}b{0,5}c\\{99999}/ condition: $a }",
                "rule a { meta: m = \"include entrypoint a{99999}\" condition: true } // import \"pe\"",
                "/* include \"x\" */ rule a { strings: $import = \"entrypoint\" condition: $import }",
                "rule a { strings: $a = { 41 [99999] 42 } condition: $a }",
            })
    void passesWhatOnlyLooksLikeIt(String text) {
        assertThat(check(text)).isEmpty();
    }

    private static List<String> check(String text) {
        return SourceChecks.check(new RuleSource("test.yar", text)).stream()
                .map(Refusal::sentence)
                .toList();
    }
}
