package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCompilerIT {

    @Test
    void leavesOutTheRuleThatDoesNotCompileAndKeepsTheRest() {
        RuleSource source = new RuleSource("banking.yar", """
                rule good : tag_a tag_b {
                    meta: title = "Good" weight = -9223372036854775807 protects = true
                    strings: $a = "win" nocase fullword
                    condition: $a
                }
                rule bad { condition: $url }
                rule dependent { condition: bad }
                """);
        if (!(RuleCompiler.compile(List.of(source)) instanceof CompileResult.Compiled compiled)) {
            throw new AssertionError("nothing compiled");
        }
        try (RuleSet rules = compiled.rules();
                Scanner scanner = rules.newScanner()) {
            assertThat(compiled.quarantined()).extracting(Quarantined::rule).containsExactly("bad", "dependent");
            assertThat(compiled.messages().getFirst().sentence())
                    .isEqualTo("rule 'bad' (banking.yar:6) does not compile: undefined string \"$url\"");
            assertThat(rules.rules()).extracting(Rule::name).containsExactly("good");
            assertThat(rules.rules().getFirst().meta())
                    .containsEntry("weight", new MetaValue.Int(-9223372036854775807L));
            ScanResult result = scanner.scan("you WIN a prize, win".getBytes(StandardCharsets.UTF_8));
            assertThat(result)
                    .isEqualTo(new ScanResult.Scanned(
                            List.of(new Match(rules.rules().getFirst(), List.of(new Span(4, 3), new Span(17, 3)))),
                            List.of()));
            assertThat(scanner.scan(new byte[0])).isSameAs(ScanResult.Scanned.NOTHING);
        }
    }
}
