package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.SmsMessage;
import dev.winnow.statistics.InMemoryRuleStatistics;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Shadow;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShadowRulesIT {
    private static final String TEXT = "Your code is 1234. Pay the toll at the zebra crossing";

    private static final RuleSource RULES = new RuleSource("own.yar", """
            private rule zebra { strings: $a = "zebra" condition: $a }
            rule toll { meta: category = "junk" weight = 60 strings: $a = "toll" condition: $a }
            rule toll_zebra { meta: category = "junk" weight = 10 condition: toll and zebra }
            rule code { meta: category = "transaction" weight = 0 protects = true strings: $a = "code" condition: $a }
            rule lottery { meta: category = "junk" weight = 60 strings: $a = "lottery" condition: $a }
            rule fraud { meta: category = "junk" weight = 0 unmasks = true strings: $a = "Pay" condition: $a }
            """);

    private static final RuleStates ONLY_TOLLS =
            RuleStates.NONE.with(state("code", Mode.OFF, 100, null)).with(state("fraud", Mode.OFF, 100, null));

    @Test
    void keepsARuleInShadowAndItsDependentsOutOfTheVerdict() {
        Judged verdict = judge(ONLY_TOLLS.with(state("toll", Mode.SHADOW, 100, null)), 1);

        assertThat(verdict)
                .isEqualTo(new Judged(
                        Category.CLEAN,
                        0,
                        DecidedBy.SCORE,
                        List.of(),
                        false,
                        List.of(),
                        new Shadow(List.of("toll", "toll_zebra"), Category.JUNK, 70, DecidedBy.SCORE)));
    }

    @Test
    void protectsAndUnmasksByNoRuleInShadow() {
        Judged shielded = judge(RuleStates.NONE.with(state("fraud", Mode.SHADOW, 100, null)), 1);
        assertThat(shielded.decidedBy()).isEqualTo(DecidedBy.PROTECTED);
        assertThat(shielded.shadow()).isEqualTo(new Shadow(List.of("fraud"), Category.JUNK, 70, DecidedBy.SCORE));

        Judged bare = judge(
                RuleStates.NONE.with(state("code", Mode.SHADOW, 100, null)).with(state("fraud", Mode.OFF, 100, null)),
                1);
        assertThat(bare.category()).isEqualTo(Category.JUNK);
        assertThat(bare.shadow()).isEqualTo(new Shadow(List.of("code"), Category.TRANSACTION, 70, DecidedBy.PROTECTED));
    }

    @Test
    void putsTheRulesThatReferToAPrivateRuleIntoItsState() {
        assertThat(judge(ONLY_TOLLS.with(state("zebra", Mode.SHADOW, 100, null)), 1)
                        .shadow())
                .isEqualTo(new Shadow(List.of("toll_zebra"), Category.JUNK, 70, DecidedBy.SCORE));
        assertThat(judge(ONLY_TOLLS.with(state("zebra", Mode.OFF, 100, null)), 1)
                        .matches())
                .extracting(RuleMatch::rule)
                .containsExactly("toll");
    }

    @Test
    void letsAStateEndByItself() {
        Instant past = Instant.now().minusSeconds(1);
        assertThat(judge(ONLY_TOLLS.with(state("toll", Mode.SHADOW, 100, past)), 1)
                        .score())
                .isEqualTo(70);
        assertThat(judge(ONLY_TOLLS.with(state("toll", Mode.SHADOW, 100, past.plusSeconds(3600))), 1)
                        .score())
                .isZero();
    }

    @Test
    void judgesTheSameMessageAlwaysOnTheSameSideOfAShare() {
        RuleStates states = ONLY_TOLLS.with(state("toll", Mode.ACTIVE, 20, null));
        SplittableRandom random = new SplittableRandom(23);
        int active = 0;
        try (ActiveRules rules = compile(states);
                MessageScanner scanner = scanners(rules, states, null).openScanner()) {
            for (int i = 0; i < 5_000; i++) {
                long id = random.nextLong();
                Judged verdict = scan(scanner, id);
                assertThat(scan(scanner, id)).isEqualTo(verdict);
                active += verdict.score() == 70 ? 1 : 0;
            }
        }
        // Four standard deviations of a binomial distribution.
        assertThat(active).isBetween(1_000 - 114, 1_000 + 114);
    }

    @Test
    void failsRatherThanCallsCleanWhenEveryRuleIsInShadow() {
        RuleStates states = RuleStates.NONE
                .with(state("toll", Mode.SHADOW, 100, null))
                .with(state("code", Mode.SHADOW, 100, null))
                .with(state("lottery", Mode.SHADOW, 100, null));
        try (ActiveRules rules = compile(states);
                MessageScanner scanner = scanners(rules, states, null).openScanner()) {
            assertThat(scanner.scanMessage(SmsMessage.ofText(TEXT), 1, "acme", TenantSettings.DEFAULT))
                    .isInstanceOf(Failed.class);
        }
    }

    @Test
    void countsHitsAndDecisiveHitsAndWhatARuleInShadowWouldChange() {
        InMemoryRuleStatistics store = new InMemoryRuleStatistics();
        RuleCounters counters = new RuleCounters(store, Clock.systemUTC());
        RuleStates states = RuleStates.NONE.with(state("fraud", Mode.SHADOW, 100, null));
        try (ActiveRules rules = compile(states);
                MessageScanner scanner = scanners(rules, states, counters).openScanner()) {
            scan(scanner, 1);
            scanner.scanMessage(SmsMessage.ofText("a toll"), 2, "acme", TenantSettings.DEFAULT);
            scanner.scanMessage(SmsMessage.ofText("hello"), 3, "acme", TenantSettings.DEFAULT);
            scanner.scanMessage(SmsMessage.ofText("a tool counts nothing: toll"), TenantSettings.DEFAULT);
        }
        counters.close();

        assertThat(store.listHours(LocalDate.now(ZoneOffset.UTC)).values())
                .containsExactly(new RuleSums(
                        3,
                        Map.of(
                                "toll", new RuleCounts(2, 1, 0, 0, 0, 0),
                                "toll_zebra", new RuleCounts(1, 0, 0, 0, 0, 0),
                                "code", new RuleCounts(1, 1, 0, 0, 0, 0),
                                "fraud", new RuleCounts(0, 0, 1, 1, 0, 0))));
    }

    private static Judged judge(RuleStates states, long id) {
        try (ActiveRules rules = compile(states);
                MessageScanner scanner = scanners(rules, states, null).openScanner()) {
            return scan(scanner, id);
        }
    }

    private static Judged scan(MessageScanner scanner, long id) {
        return (Judged) scanner.scanMessage(SmsMessage.ofText(TEXT), id, "acme", TenantSettings.DEFAULT);
    }

    private static MessageScanners scanners(ActiveRules rules, RuleStates states, @Nullable RuleCounters counters) {
        RuleCompanions companions =
                new RuleCompanions(RuleGates.of(List.of(RULES), states), NamedLists.NONE, ListQuestions.NONE);
        return new MessageScanners(() -> rules, LinkLists::bundled, _ -> companions, counters);
    }

    private static ActiveRules compile(RuleStates states) {
        List<RuleSource> inPlay = RuleGates.withoutOff(List.of(RULES), states);
        return new ActiveRules(RuleCompiler.compile(inPlay).orThrow(), MessageScanners.SCAN_OPTIONS);
    }

    private static RuleState state(String rule, Mode mode, int share, @Nullable Instant until) {
        return new RuleState(rule, mode, share, until, false, "");
    }
}
