package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleReferencesTest {
    @Test
    void findsRulesByNameAndByStar() {
        RuleSource source = new RuleSource("a.yar", """
                private rule link { strings: $a = "toll" condition: $a }
                rule bait_one { condition: link /* toll */ }
                rule bait_two { condition: true }
                rule any_bait { meta: why = "link" condition: any of (bait_*) }
                rule toll { strings: $s = "bait_two" condition: $s and not link }
                """);

        assertThat(source.references())
                .containsExactly(
                        Map.entry("link", Set.of()),
                        Map.entry("bait_one", Set.of("link")),
                        Map.entry("bait_two", Set.of()),
                        Map.entry("any_bait", Set.of("bait_one", "bait_two")),
                        Map.entry("toll", Set.of("link")));
    }

    @Test
    void takesAGlobalRuleForAConditionOfItsFile() {
        RuleSource source =
                new RuleSource("a.yar", "global private rule sms { condition: true } rule toll { condition: true }");

        assertThat(source.references()).containsExactly(Map.entry("sms", Set.of()), Map.entry("toll", Set.of("sms")));
    }
}
