package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionIT {

    private static final String GOOD = "rule good { strings: $a = \"winner\" nocase fullword condition: $a }\n";

    @TempDir
    Path folder;

    private final Admission admission = new Admission();

    @Test
    void admitsWhatIsCheapAndTellsItsCost() {
        AdmissionReport report = admission.review(List.of(source(GOOD)));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.admitted()).containsExactly(source(GOOD));
        assertThat(report.costs()).extracting(RuleCost::length).containsExactly(500, 8192);
        assertThat(report.costs()).allSatisfy(cost -> assertThat(cost.ratio()).isLessThan(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a+)+b/", "/a.*b.*c.*d.*e/", "/click.*here/"})
    void refusesARuleOverTheBudgetWithItsFigureAndKeepsTheRest(String regex) {
        AdmissionReport report =
                admission.review(List.of(source(GOOD + "rule slow { strings: $a = " + regex + " condition: $a }")));
        assertThat(report.refusals()).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.rule()).isEqualTo("slow");
            assertThat(refusal.sentence())
                    .matches(
                            "rule 'slow' \\(test.yar:2\\) is refused: it costs [0-9.]+ times the reference rule on .*");
        });
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void refusesRulesThatReferToARefusedOne() {
        AdmissionReport report = admission.review(List.of(
                source(GOOD + "rule slow { strings: $a = /(a+)+b/ condition: $a } rule child { condition: slow }")));
        assertThat(report.refusals()).extracting(Refusal::rule).containsOnly("slow", "child");
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void refusesASetWhoseRulesAreTooMuchTogether() {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 0; i < 40; i++) {
            text.append(
                    "rule r%d { strings: $a = /\\+?[0-9][0-9 ()-]{7,14}[0-%d]/ condition: $a }\n".formatted(i, i % 10));
        }
        AdmissionReport report = admission.review(List.of(source(text.toString())));
        assertThat(report.admitted()).isEmpty();
        assertThat(report.refusals().getFirst().sentence())
                .startsWith("the rule set is refused: all rules together cost")
                .contains("the budget is 400; start with test:r");
    }

    @Test
    void refusesWhatAKnownTextExhausts() {
        AdmissionReport report = admission.review(List.of(source(GOOD + Rules.EXHAUSTIBLE)));
        assertThat(report.refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.rule()).isEqualTo("exhaustible"));
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void refusesWhatDoesNotCompile() {
        AdmissionReport report = admission.review(List.of(source(GOOD + "rule bad { condition: $url }")));
        assertThat(report.refusals())
                .extracting(Refusal::sentence)
                .containsExactly("rule 'bad' (test.yar:2) is refused: it does not compile: undefined string \"$url\"");
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void takesAHangForAFinding() {
        Admission impatient = new Admission(new Budget(1e9, 1e9), Duration.ofMillis(300));
        AdmissionReport report =
                impatient.review(List.of(source("rule slow { strings: $a = /(a+)+(b+)+(c+)+d/ condition: $a }")));
        assertThat(report.admitted()).isEmpty();
        assertThat(report.refusals())
                .extracting(Refusal::reason)
                .containsExactly("it did not end within 0 s while it was measured; rewrite it");
    }

    @Test
    void takesACrashForAFindingAndNamesItsFile() throws IOException {
        Path tool = NativeLibrary.admissionTool(Files.createDirectory(folder.resolve("real")));
        Path crashing = Files.writeString(folder.resolve("winnow-admit"), """
                #!/bin/sh
                cat > "$0.in"
                if grep -q deadly "$0.in"; then kill -SEGV $$; fi
                exec "%s" "$@" < "$0.in"
                """.formatted(tool));
        Files.setPosixFilePermissions(crashing, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(NativeLibrary.PROPERTY, folder.resolve("library").toString());
        try {
            AdmissionReport report = admission.review(
                    List.of(source(GOOD), new RuleSource("other.yar", "rule deadly { condition: true }")));
            assertThat(report.refusals())
                    .extracting(Refusal::sentence)
                    .containsExactly(
                            "other.yar:1 is refused: it ended the engine's process with signal 11 while it compiled");
            assertThat(namesOf(report)).containsExactly("good");
        } finally {
            System.clearProperty(NativeLibrary.PROPERTY);
        }
    }

    @Test
    void admitsNothingOfNothing() {
        assertThat(admission.review(List.of()).admitted()).isEmpty();
        assertThat(admission.review(List.of(source("// empty"))).admitted()).isEmpty();
    }

    private static RuleSource source(String text) {
        return new RuleSource("test.yar", text);
    }

    private static List<String> namesOf(AdmissionReport report) {
        try (RuleSet rules = RuleCompiler.compile(report.admitted()).orThrow()) {
            return rules.rules().stream().map(Rule::name).toList();
        }
    }
}
