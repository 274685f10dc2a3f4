package dev.winnow.yara;

import static dev.winnow.yara.Rules.compile;
import static dev.winnow.yara.Rules.names;
import static dev.winnow.yara.Rules.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RuleSetIT {

    @Test
    void keepsItsMemoryUntilTheLastScannerIsClosed() {
        long before = Yara.liveHandles();
        RuleSet rules = compile("rule win { strings: $a = \"win\" condition: $a }");
        Scanner scanner = rules.newScanner();
        rules.close();
        rules.close();
        assertThat(names(scanner.scan(utf8("win")))).containsExactly("win");
        assertThatIllegalStateException().isThrownBy(rules::newScanner).withMessageContaining("is closed");
        assertThat(Yara.liveHandles()).isEqualTo(before + 2);
        scanner.close();
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }

    @Test
    void describesEveryRule() {
        try (RuleSet rules = compile("""
                global private rule gate : a b { meta: lo = -9223372036854775807 hi = 9223372036854775807 condition: true }
                rule t { meta: title = "Grüße" on = true off = false again = 1 again = 2 condition: true }
                """)) {
            Rule gate = rules.rules().getFirst();
            assertThat(gate)
                    .returns(0, Rule::index)
                    .returns(true, Rule::isPrivate)
                    .returns(true, Rule::isGlobal);
            assertThat(gate.tags()).containsExactly("a", "b");
            assertThat(gate.toString()).isEqualTo("test:gate");
            assertThat(gate.meta())
                    .containsEntry("lo", new MetaValue.Int(-Long.MAX_VALUE))
                    .containsEntry("hi", new MetaValue.Int(Long.MAX_VALUE));
            assertThat(rules.rules().getLast().meta())
                    .containsEntry("title", new MetaValue.Text("Grüße"))
                    .containsEntry("on", new MetaValue.Flag(true))
                    .containsEntry("off", new MetaValue.Flag(false))
                    .containsEntry("again", new MetaValue.Int(1));
        }
    }

    @Test
    void hasAVersionThatDependsOnTheLiveRulesAlone() {
        RuleSource first = new RuleSource("a.yar", "rule a { condition: true }");
        RuleSource second = new RuleSource("b.yar", "rule b { condition: true }");
        String version = versionOf(List.of(first, second));
        assertThat(version).matches("[0-9a-f]{16}").isEqualTo(versionOf(List.of(second, first)));
        assertThat(versionOf(List.of(first))).isNotEqualTo(version);
        assertThat(versionOf(List.of(first, new RuleSource("c.yar", second.text()))))
                .isNotEqualTo(version);
        assertThat(versionOf(List.of(first, second, new RuleSource("z.yar", "rule z {"))))
                .as("a quarantined file changes nothing")
                .isEqualTo(version);
    }

    @Test
    void putsItsLabelBeforeItsHash() {
        RuleSource source = new RuleSource("a.yar", "rule a { condition: true }");
        try (RuleSet rules = RuleCompiler.compile("2026.11.24", List.of(source)).orThrow()) {
            String hash = versionOf(List.of(source)).substring(0, 8);
            assertThat(rules.version()).isEqualTo("2026.11.24-" + hash);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleCompiler.compile("a/b", List.of(source)))
                .withMessageContaining("a/b");
    }

    @Test
    void servesEightThreadsAtOnce() throws Exception {
        try (RuleSet rules = compile("rule n { strings: $a = /number [0-9]+!/ condition: #a == 1 }");
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int thread = i;
                work.add(() -> countMatches(rules, thread));
            }
            for (Future<Integer> matches : threads.invokeAll(work)) {
                assertThat(matches.get()).isEqualTo(1_000);
            }
        }
    }

    private static int countMatches(RuleSet rules, int thread) {
        int matches = 0;
        try (Scanner scanner = rules.newScanner()) {
            for (int i = 0; i < 2_000; i++) {
                String text = i % 2 == 0 ? "number %d!".formatted(thread * 10_000 + i) : "number, number";
                matches += names(scanner.scan(utf8(text))).size();
            }
        }
        return matches;
    }

    private static String versionOf(List<RuleSource> sources) {
        try (RuleSet rules = RuleCompiler.compile(sources).orThrow()) {
            return rules.version();
        }
    }
}
