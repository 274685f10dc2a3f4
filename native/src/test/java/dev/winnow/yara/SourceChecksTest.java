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
    void passesTextsThatOnlyLookForbidden(String text) {
        assertThat(check(text)).isEmpty();
    }

    @Test
    void refusesMoreStringsTagsAndMetaThanTheEngineBears() {
        StringBuilder strings = new StringBuilder();
        StringBuilder metas = new StringBuilder();
        for (int i = 0; i < 4_001; i++) {
            strings.append("$s%d = \"%d\" ".formatted(i, i));
            metas.append("m%d = 1 ".formatted(i));
        }
        String tags = "t ".repeat(501);
        assertThat(check("rule a { strings: " + strings + " condition: any of them }"))
                .containsExactly(
                        "rule 'a' (test.yar:1) is refused: it has 4,001 strings, and at most 4,000 fit; split it");
        assertThat(check("rule a : " + tags + " { condition: true }"))
                .containsExactly("rule 'a' (test.yar:1) is refused: it has more than 500 tags; remove some");
        assertThat(check("rule a { meta: " + metas + " condition: true }"))
                .containsExactly(
                        "rule 'a' (test.yar:1) is refused: it has 4,001 entries in meta, and at most 500 fit; remove some");
    }

    @Test
    void namesTheLineOfANulCharacterAndOfACommentThatIsNeverClosed() {
        assertThat(check("rule a { condition: true }\nrule b {\n strings: $a = \"x\0y\" condition: $a }"))
                .containsExactly(
                        "rule 'b' (test.yar:3) is refused: the file holds a NUL character; remove it, and write \\x00 in a string");
        assertThat(check("rule a { condition: true }\n\n/* rule b { condition: true }"))
                .containsExactly(
                        "test.yar:3 is refused: a comment that begins with /* is never closed; end it with */");
        assertThat(check("rule a { strings: $a = { 41 /* x\n 42 } condition: $a }"))
                .containsExactly(
                        "test.yar:1 is refused: a comment that begins with /* is never closed; end it with */");
        assertThat(check("rule a { strings: $a = /[/*]\\/\\*x/ $b = \"/*\" condition: all of them } // /*"))
                .isEmpty();
    }

    private static List<String> check(String text) {
        return SourceChecks.checkSource(new RuleSource("test.yar", text)).stream()
                .map(Refusal::sentence)
                .toList();
    }
}
