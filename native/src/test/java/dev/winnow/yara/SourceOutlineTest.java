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
        assertThat(outline.findRule("first")).hasValueSatisfying(rule -> {
            assertThat(rule.firstLine()).isEqualTo(2);
            assertThat(rule.lastLine()).isEqualTo(9);
            assertThat(TEXT.substring(rule.start(), rule.end()))
                    .startsWith("private global rule")
                    .endsWith("}");
        });
        assertThat(outline.findRule("second")).isPresent();
        assertThat(outline.findRule("third")).isPresent();
        assertThat(outline.findRule("commented")).isEmpty();
        assertThat(outline.findRule("inside")).isEmpty();
        assertThat(outline.findRule("x")).isEmpty();
    }

    @Test
    void keepsEveryLineInItsPlaceWhenARuleIsTakenOut() {
        SourceOutline.RuleRange first = SourceOutline.of(TEXT).findRule("first").orElseThrow();
        String rest = SourceOutline.blankOut(TEXT, first);
        assertThat(rest.lines()).hasSameSizeAs(TEXT.lines().toList());
        assertThat(SourceOutline.of(rest).findRule("first")).isEmpty();
        assertThat(SourceOutline.of(rest).findRule("second").orElseThrow().firstLine())
                .isEqualTo(10);
    }

    /** Places in the text count UTF-16 units, and an emoji has two. */
    @Test
    void keepsThePlacesOfLaterRulesWhenARuleWithEmojisIsTakenOut() {
        String text =
                "rule a { meta: title = \"\uD83D\uDE00\uD83D\uDE00\" condition: true } rule b { condition: true }";
        SourceOutline outline = SourceOutline.of(text);
        String rest = SourceOutline.blankOut(text, outline.findRule("a").orElseThrow());
        assertThat(rest).hasSameSizeAs(text);
        assertThat(SourceOutline.of(rest).findRule("b")).isEqualTo(outline.findRule("b"));
    }

    @Test
    void survivesTextThatIsNoSource() {
        for (String text :
                new String[] {"", "rule", "rule a {", "\"", "/", "/*", "= {", "}}}}", "private", "rule \\"}) {
            assertThat(SourceOutline.of(text).findRule("a")).isEmpty();
        }
    }
}
