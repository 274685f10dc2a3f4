package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void admitsCheapRulesAndReportsTheirCost() {
        AdmissionReport report = admission.reviewSources(List.of(source(GOOD)));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.admitted()).containsExactly(source(GOOD));
        assertThat(report.costs()).extracting(RuleCost::length).containsExactly(500, 8192);
        assertThat(report.costs()).allSatisfy(cost -> assertThat(cost.ratio()).isLessThan(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a+)+b/", "/a.*b.*c.*d.*e/", "/click.*here/"})
    void refusesARuleOverTheBudgetWithItsFigureAndKeepsTheRest(String regex) {
        AdmissionReport report = admission.reviewSources(
                List.of(source(GOOD + "rule slow { strings: $a = " + regex + " condition: $a }")));
        assertThat(report.refusals()).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.rule()).isEqualTo("slow");
            assertThat(refusal.sentence())
                    .matches(
                            "rule 'slow' \\(test.yar:2\\) is refused: it costs [0-9.]+ times the reference rule on .*");
        });
        assertThat(namesOf(report)).containsExactly("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta: title = \"Parcel held for a fee\" strings: $a = /(qqqq|qqq|qqqqq)+y/ condition: $a",
                "strings: $x = \"parcel held for a fee\" $y = \"0123456789\" $a = /(qqqq|qqq|qqqqq)+y/ condition: any of them",
                "strings: $a = /(\\x71{4}|\\x71\\x71\\x71|q{5})+y/ condition: $a",
                "strings: $a = /* \"abcdef\" */ /((ZZZZ|ZZZ)+(ZZZZ|ZZZ)+)+!/ nocase wide condition: $a",
                "strings: $a /* = /abc/ */ = /[0-9][0-9,.]*,000/ condition: $a",
                "strings: $a = /(\\xe2\\x80\\x8b)+x?(\\xe2\\x80\\x8b)+/ condition: #a > 2",
                "strings: $a = /<[^>]+href=[^>]+>[^<]*</ condition: $a",
                "strings: $a = { 7A 7A [0-900] 7A 7A [0-900] 7A 79 ?? 7A } condition: $a",
                "strings: $a = /(ab|cd|[a-d]{2})*[a-d]{30,60}(ab|ba)+!/ condition: $a",
                "strings: $a = \"win\" condition: for any i in (1..#a) : (for any j in (1..#a) : (@a[i] + @a[j] == 7))",
                "strings: $a = \"gehad\" condition: #a > 100 and for any i in (1..100000000) : (i == 0)",
                "condition: country == \"FR\" and for any i in (1..100000000) : (i == 0)",
                "condition: sender contains \"BANK\" and for any i in (1..100000000) : (i == 0)",
                "condition: sender matches /^KONTO[0-9]{4}$/ and for any i in (1..100000000) : (i == 0)",
                "condition: filesize == 1234 and for any i in (1..100000000) : (i == 0)",
                "condition: link_ip and for any i in (1..100000000) : (i == 0)",
                "condition: link_count > 3 and not link_known and for any i in (1..100000000) : (i == 0)",
                "condition: 2 <= link_count and for any i in (1..100000000) : (i == 0)",
                "condition: not (link_ip or link_port) and for any i in (1..100000000) : (i == 0)",
                "condition: (link_ip and not link_port or link_ip and link_port) and for any i in (1..100000000) : (i == 0)",
                "condition: link_imitates == \"dhl\" and for any i in (1..100000000) : (i == 0)",
                "condition: link_domains matches /x([ab]{0,40}){0,40}y/",
                "condition: hint and for any i in (1..100000000) : (i == 0)"
            })
    void findsTheTextThatAnExpensiveRuleIsHiddenFrom(String body) {
        String hint = "private rule hint { strings: $h = /lottery [0-9]{3}/ condition: $h }\n";
        AdmissionReport report = admission.reviewSources(List.of(source(GOOD + hint + "rule hidden { " + body + " }")));
        assertThat(report.refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.rule()).isEqualTo("hidden"));
        assertThat(namesOf(report)).contains("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strings: $a = /\\+?[0-9][0-9 ()-]{7,14}[0-9]/ condition: $a",
                "strings: $a = /https?:\\/\\/[a-z0-9.-]{1,60}\\.(top|xyz|icu)\\// nocase condition: $a",
                "strings: $a = \"free zebra\" nocase wide ascii fullword condition: #a > 2 and filesize < 600",
                "strings: $a = \"zebra\" xor(1-255) $b = \"zebra\" base64 condition: any of them",
                "strings: $a = { 7A [2-8] 62 (72 | 73) ?1 } condition: $a",
                "condition: sender matches /^\\+44[0-9]{10}$/ and country != \"GB\"",
                "condition: link_domains matches /(^| )example\\.(org|net)( |$)/ and link_count > 1",
                "strings: $a = \"parcel\" condition: $a and link_count > 0 and not link_known and link_rare_ending"
            })
    void admitsOrdinaryRules(String body) {
        AdmissionReport report = admission.reviewSources(List.of(source("rule ordinary { " + body + " }")));
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void measuresOnlyTheRuleThatWasEdited() {
        Path figures = folder.resolve("figures");
        List<String> heard = new CopyOnWriteArrayList<>();
        Admission remembering =
                admission.withFigures(figures).withListener((rules, all) -> heard.add(rules + " of " + all));
        remembering.reviewSources(List.of(source(rules("one", "two", "three", "four"))));
        assertThat(heard).startsWith("0 of 4").endsWith("4 of 4");
        assertThat(figures).isNotEmptyFile();

        heard.clear();
        remembering.reviewSources(List.of(source(rules("one", "two", "edited", "four"))));
        assertThat(heard).containsExactly("3 of 4", "4 of 4");

        heard.clear();
        remembering.reviewSources(List.of(source(rules("one", "two", "edited", "four"))));
        assertThat(heard).containsExactly("4 of 4");
    }

    @Test
    void refusesAnExpensiveRuleAgainWithoutMeasuringIt() {
        Admission remembering = admission.withFigures(folder.resolve("figures"));
        List<RuleSource> slow = List.of(source(GOOD + "rule slow { strings: $a = /(a+)+b/ condition: $a }"));
        assertThat(remembering.reviewSources(slow).refusals())
                .isEqualTo(remembering.reviewSources(slow).refusals());
    }

    private static String rules(String... words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            text.append("rule r%d { strings: $a = \"%s\" condition: $a }\n".formatted(i, words[i]));
        }
        return text.toString();
    }

    @Test
    void refusesRulesThatReferToARefusedOne() {
        AdmissionReport report = admission.reviewSources(List.of(
                source(GOOD + "rule slow { strings: $a = /(a+)+b/ condition: $a } rule child { condition: slow }")));
        assertThat(report.refusals()).extracting(Refusal::rule).containsOnly("slow", "child");
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void refusesASetThatIsTooExpensiveTogether() {
        AdmissionReport report = admission.reviewSources(List.of(source(GOOD + phoneNumbers(40))));
        assertRefusedTogether(report);
    }

    @Test
    void refusesASetThatEditsMakeTooExpensive() {
        assertThat(admission
                        .reviewSources(List.of(source(GOOD + phoneNumbers(1))))
                        .refusals())
                .isEmpty();
        assertThat(admission
                        .reviewSources(List.of(source(GOOD + phoneNumbers(2))))
                        .refusals())
                .isEmpty();
        assertRefusedTogether(admission.reviewSources(List.of(source(GOOD + phoneNumbers(40)))));
    }

    private static String phoneNumbers(int rules) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append(
                    "rule r%d { strings: $a = /\\+?[0-9][0-9 ()-]{7,44}[0-%d]/ condition: $a }\n".formatted(i, i % 10));
        }
        return text.toString();
    }

    private static void assertRefusedTogether(AdmissionReport report) {
        assertThat(report.admitted()).isEmpty();
        assertThat(report.refusals().getFirst().sentence())
                .startsWith("the rule set is refused: all rules together cost")
                .contains("the budget is 400; start with test:r");
    }

    @Test
    void numbersRulesOfNewFilesAmongThoseOfFilesItKnows() {
        RuleSource last = new RuleSource("z.yar", GOOD);
        assertThat(admission.reviewSources(List.of(last)).refusals()).isEmpty();

        RuleSource broken = new RuleSource("a.yar", rules("one", "two") + "rule bad { condition: $url }");
        AdmissionReport report = admission.reviewSources(List.of(last, broken));
        assertThat(report.refusals()).extracting(Refusal::file, Refusal::rule).containsExactly(tuple("a.yar", "bad"));
        assertThat(report.costs())
                .extracting(cost -> cost.rule().index() + " " + cost.rule())
                .containsOnly("0 a:r0", "1 a:r1", "2 z:good");
        assertThat(namesOf(report)).containsExactly("r0", "r1", "good");
    }

    @Test
    void refusesARuleThatAKnownTextExhausts() {
        AdmissionReport report = admission.reviewSources(List.of(source(GOOD + Rules.EXHAUSTIBLE)));
        assertThat(report.refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.rule()).isEqualTo("exhaustible"));
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void refusesRulesThatDoNotCompile() {
        AdmissionReport report = admission.reviewSources(List.of(source(GOOD + "rule bad { condition: $url }")));
        assertThat(report.refusals())
                .extracting(Refusal::sentence)
                .containsExactly("rule 'bad' (test.yar:2) is refused: it does not compile: undefined string \"$url\"");
        assertThat(namesOf(report)).containsExactly("good");
    }

    @Test
    void takesAHangForAFinding() {
        Admission impatient = new Admission(new Budget(1e9, 1e9), Duration.ofMillis(300));
        AdmissionReport report = impatient.reviewSources(
                List.of(source("rule slow { strings: $a = /(a+)+(b+)+(c+)+d/ condition: $a }")));
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
            AdmissionReport report = admission.reviewSources(
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
        assertThat(admission.reviewSources(List.of()).admitted()).isEmpty();
        assertThat(admission.reviewSources(List.of(source("// empty"))).admitted())
                .isEmpty();
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
