package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.RuleMeta;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.MetaValue;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleCompiler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundledRulesIT {
    private static final RulePack PACK = RulePack.readBundled();
    private static CompileResult compiled;
    private static ActiveRules rules;
    private static MessageScanner scanner;

    @BeforeAll
    static void compile() {
        compiled = RuleCompiler.compile(RuleFolder.bundledSources());
        rules = new ActiveRules(compiled.orThrow(), MessageScanners.SCAN_OPTIONS);
        scanner = new MessageScanners(rules).openScanner();
    }

    @AfterAll
    static void close() {
        scanner.close();
        rules.close();
    }

    @Test
    void compilesEveryRule() {
        assertThat(compiled.quarantined()).isEmpty();
    }

    @Test
    void looksForNothingSlowUnlessARuleSaysSo() {
        Set<String> slow = rules.current().rules().stream()
                .filter(rule -> rule.meta().containsKey("slow"))
                .map(Rule::name)
                .collect(Collectors.toSet());
        assertThat(compiled.messages())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(slow).as(message.sentence()).contains(message.rule()));
    }

    @Test
    void describesEveryRule() {
        assertThat(publicRules()).hasSizeGreaterThan(50);
        SoftAssertions softly = new SoftAssertions();
        for (Rule rule : publicRules()) {
            softly.assertThat(RuleMeta.findWrongValues(rule))
                    .as(rule.toString())
                    .isEmpty();
            softly.assertThat(rule.meta()).as(rule.toString()).containsKeys("title", "category", "weight", "why");
            softly.assertThat(rule.meta().get("weight")).as(rule.toString()).isInstanceOf(MetaValue.Int.class);
        }
        softly.assertAll();
    }

    @Test
    void hasTwoExamplesOfEachKindForEveryRule() {
        Map<String, Map<Boolean, Long>> counts = PACK.examples().stream()
                .collect(Collectors.groupingBy(
                        RuleExample::rule, Collectors.partitioningBy(RuleExample::matches, Collectors.counting())));
        SoftAssertions softly = new SoftAssertions();
        for (Rule rule : publicRules()) {
            softly.assertThat(counts).as(rule.toString()).containsKey(rule.name());
            Map<Boolean, Long> count = counts.getOrDefault(rule.name(), Map.of(true, 0L, false, 0L));
            softly.assertThat(count.values()).as(rule.toString()).allMatch(n -> n >= 2);
        }
        softly.assertThat(publicRules()).extracting(Rule::name).containsAll(counts.keySet());
        softly.assertAll();
    }

    @Test
    void matchesItsExamplesAndMissesTheOthers() {
        assertThat(PACK.examples()).hasSizeGreaterThan(300);
        SoftAssertions softly = new SoftAssertions();
        for (RuleExample example : PACK.examples()) {
            List<String> matched = matches(example);
            softly.assertThat(matched.contains(example.rule()))
                    .as("%s on \"%s\" (matched: %s)", example.rule(), example.text(), matched)
                    .isEqualTo(example.matches());
        }
        softly.assertAll();
    }

    @Test
    void keepsExamplesOfTheProtectedClassOutOfJunk() {
        List<RuleExample> examples = PACK.examples().stream()
                .filter(example -> example.topic().equals("protected") && example.matches())
                .toList();
        assertThat(examples).hasSizeGreaterThan(10);
        SoftAssertions softly = new SoftAssertions();
        for (RuleExample example : examples) {
            softly.assertThat(category(example.text())).as(example.text()).isEqualTo(Category.TRANSACTION);
        }
        softly.assertAll();
    }

    private static List<Rule> publicRules() {
        return rules.current().rules().stream()
                .filter(rule -> !rule.isPrivate())
                .toList();
    }

    private static List<String> matches(RuleExample example) {
        return namesOf((Findings)
                (example.wave().isEmpty()
                        ? scanner.examineMessage(SmsMessage.ofText(example.text()))
                        : ExampleScan.scanExample(example, rules, LinkLists.bundled())));
    }

    private static List<String> namesOf(Findings findings) {
        return findings.matches().stream().map(RuleMatch::rule).toList();
    }

    private static Category category(String text) {
        Verdict verdict = scanner.scanMessage(SmsMessage.ofText(text), TenantSettings.DEFAULT);
        return ((Verdict.Judged) verdict).category();
    }
}
