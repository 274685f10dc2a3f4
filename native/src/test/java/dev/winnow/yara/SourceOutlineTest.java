package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceOutlineTest {

    private static final String TEXT = """
            // rule commented { condition: true }
            private global rule first : tag {
                strings:
                    $a = "} rule inside {" /* } */
                    $h = { 7D [2-4] /* } */ 7B // }
                         41 }
                    $r = /[}\\/]\\} rule x {/
                condition: 6 \\ 2 == 3 and any of them
            }
            rule second { condition: first } rule third { condition: true }
            """;

    @Test
    void findsRulesAroundLiteralsAndComments() {
        SourceOutline outline = SourceOutline.of(TEXT);
        assertThat(outline.rule("first")).hasValueSatisfying(rule -> {
            assertThat(rule.firstLine()).isEqualTo(2);
            assertThat(rule.lastLine()).isEqualTo(9);
            assertThat(TEXT.substring(rule.start(), rule.end()))
                    .startsWith("private global rule")
                    .endsWith("}");
        });
        assertThat(outline.rule("second")).isPresent();
        assertThat(outline.rule("third")).isPresent();
        assertThat(outline.rule("commented")).isEmpty();
        assertThat(outline.rule("inside")).isEmpty();
        assertThat(outline.rule("x")).isEmpty();
    }

    @Test
    void keepsEveryLineInItsPlaceWhenARuleIsTakenOut() {
        SourceOutline.Span first = SourceOutline.of(TEXT).rule("first").orElseThrow();
        String rest = SourceOutline.without(TEXT, first);
        assertThat(rest.lines()).hasSameSizeAs(TEXT.lines().toList());
        assertThat(SourceOutline.of(rest).rule("first")).isEmpty();
        assertThat(SourceOutline.of(rest).rule("second").orElseThrow().firstLine())
                .isEqualTo(10);
    }

    @Test
    void survivesTextThatIsNoSource() {
        for (String text :
                new String[] {"", "rule", "rule a {", "\"", "/", "/*", "= {", "}}}}", "private", "rule \\"}) {
            assertThat(SourceOutline.of(text).rule("a")).isEmpty();
        }
    }
}
