package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

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
                            List.of(new Match(
                                    rules.rules().getFirst(), List.of(new ByteSpan(4, 3), new ByteSpan(17, 3)))),
                            List.of()));
            assertThat(scanner.scan(new byte[0])).isSameAs(ScanResult.Scanned.NOTHING);
        }
    }

    @Test
    void reportsEveryErrorAndWarningWithItsPlace() {
        RuleSource first = new RuleSource("a.yar", """
                rule one { strings: $u = "x" condition: true }
                rule two { strings: $r = /a.*/ condition: $r and missing }
                """);
        RuleSource second = new RuleSource(
                "b.yar", "rule three { condition: 1 \\ 0 }\nrule four { strings: $r = /b.*c/ condition: $r }");
        CompileResult result = RuleCompiler.compile(List.of(first, second));
        assertThat(result.messages())
                .extracting(
                        CompileMessage::level,
                        CompileMessage::file,
                        CompileMessage::line,
                        CompileMessage::rule,
                        CompileMessage::code)
                .contains(
                        tuple(CompileMessage.Level.ERROR, "a.yar", 1, "one", 18),
                        tuple(CompileMessage.Level.ERROR, "a.yar", 2, "two", 20),
                        tuple(CompileMessage.Level.ERROR, "b.yar", 1, "three", 44),
                        tuple(CompileMessage.Level.WARNING, "b.yar", 2, "four", 0));
        assertThat(result.quarantined()).extracting(Quarantined::rule).containsExactly("one", "two", "three");
        result.orThrow().close();
    }

    @Test
    void leavesOutAWholeFileWhenTheErrorIsInNoRule() {
        RuleSource broken = new RuleSource("broken.yar", "rule a { condition: true }\n}}");
        RuleSource fine = new RuleSource("fine.yar", "rule b { condition: true }");
        CompileResult result = RuleCompiler.compile(List.of(broken, fine));
        assertThat(result.quarantined()).singleElement().satisfies(file -> {
            assertThat(file.rule()).isNull();
            assertThat(file.sentence()).startsWith("all of 'broken.yar' is not live, the rest is: line 2:");
        });
        try (RuleSet rules = result.orThrow()) {
            assertThat(rules.rules()).extracting(Rule::name).containsExactly("b");
        }
    }

    @Test
    void leavesOutTheSecondOfTwoRulesOfOneName() {
        RuleSource source = new RuleSource(
                "a.yar", "rule a { condition: true }\nrule a { condition: false }\nrule b { condition: a }");
        try (RuleSet rules = RuleCompiler.compile(List.of(source)).orThrow();
                Scanner scanner = rules.newScanner()) {
            assertThat(Rules.names(scanner.scan(new byte[0]))).containsExactly("a", "b");
        }
    }

    @Test
    void leavesOutRulesWithEmojisThatDoNotCompile() {
        RuleSource source = new RuleSource("a.yar", """
                rule a { meta: title = "\uD83D\uDE00\uD83D\uDE00" condition: later }
                rule b { meta: title = "\uD83D\uDE00" condition: later and missing }
                private rule later { condition: true }
                rule d { condition: later and also_missing }
                rule e { condition: later }
                """);
        CompileResult result = RuleCompiler.compile(List.of(source));
        assertThat(result.quarantined()).extracting(Quarantined::rule).containsExactly("a", "b", "d");
        try (RuleSet rules = result.orThrow()) {
            assertThat(rules.rules()).extracting(Rule::name).containsExactly("later", "e");
        }
    }

    @Test
    void refusesIncludesAndModules() {
        RuleSource include = new RuleSource("a.yar", "include \"/etc/hostname\"\nrule a { condition: true }");
        RuleSource module = new RuleSource("b.yar", "import \"pe\"\nrule b { condition: true }");
        assertThat(RuleCompiler.compile(List.of(include, module)).messages())
                .extracting(CompileMessage::text)
                .containsExactly("includes are disabled", "unknown module \"pe\"");
    }

    @Test
    void takesNoLiveRuleForAnErrorOfItsOwn() {
        for (List<RuleSource> sources : List.of(
                List.<RuleSource>of(),
                List.of(new RuleSource("a.yar", "// nothing yet")),
                List.of(new RuleSource("a.yar", "rule a { condition: nothing }")))) {
            CompileResult result = RuleCompiler.compile(sources);
            assertThat(result).isInstanceOf(CompileResult.NoLiveRules.class);
            assertThatExceptionOfType(NoLiveRulesException.class)
                    .isThrownBy(result::orThrow)
                    .withMessageStartingWith("no rule is live");
        }
    }

    @Test
    void refusesTwoFilesOfOneNamespace() {
        RuleSource first = new RuleSource("a.yar", "rule a { condition: true }");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleCompiler.compile(List.of(first, new RuleSource("a.yara", first.text()))))
                .withMessageContaining("two rule files are called 'a'");
    }

    @Test
    void freesEverythingOfACompilationThatFails() {
        long before = Yara.liveHandles();
        RuleCompiler.compile(
                List.of(new RuleSource("a.yar", "rule a { condition: b } rule c { strings: $a = /(/ condition: $a }")));
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }
}
