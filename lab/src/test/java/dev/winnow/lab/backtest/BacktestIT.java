package dev.winnow.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.InMemoryFeedbackStore;
import dev.winnow.history.InMemoryHistory;
import dev.winnow.history.KeptMessage;
import dev.winnow.lab.backtest.Backtest.Selection;
import dev.winnow.lab.backtest.BacktestReport.Change;
import dev.winnow.lab.backtest.BacktestReport.RuleLine;
import dev.winnow.message.Envelope;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.message.SmsMessage;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.tenant.Tenants;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktestIT {
    private static final RuleSource LIVE = new RuleSource("live.yar", rule("prize") + rule("zebra"));
    private static final RuleSource CANDIDATE = new RuleSource("live.yar", rule("prize") + rule("toll"));
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryFeedbackStore feedback = new InMemoryFeedbackStore();
    private final MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32])));

    @Test
    void countsTheVerdictsThatChange() throws Exception {
        keep(600, "a prize");
        keep(40, "the zebra");
        keep(300, "pay the toll now");
        keep(5, "see you at eight");

        BacktestReport report = run(RuleStates.NONE, all());

        assertThat(report.messages()).isEqualTo(945);
        assertThat(report.changed()).isEqualTo(340);
        assertThat(report.newJunk()).isEqualTo(300);
        assertThat(report.changes())
                .extracting(Change::from, Change::to, Change::count)
                .containsExactly(tuple("clean", "junk", 300L), tuple("junk", "clean", 40L));
        assertThat(report.changes().getFirst().examples()).hasSize(20).allSatisfy(example -> {
            assertThat(example.text()).isEqualTo("pay the toll now");
            assertThat(example.candidate().getFirst().spans().getFirst().start())
                    .isEqualTo(8);
        });
    }

    @Test
    void countsTheHitsOfEachRuleAndTheOpinionsAboutThem() throws Exception {
        keep(3, "a prize");
        keep(2, "a toll prize");
        KeptMessage honest = keep(1, "the toll road is closed");
        KeptMessage scam = keep(1, "zebra for sale");
        giveOpinion(honest, Feedback.Label.NOT_JUNK);
        giveOpinion(scam, Feedback.Label.JUNK);

        BacktestReport report = run(RuleStates.NONE, all());

        assertThat(report.opinions()).isEqualTo(2);
        assertThat(report.newJunkOnHam()).isEqualTo(1);
        assertThat(report.missedJunk()).isEqualTo(1);
        RuleLine toll = line(report, "toll");
        assertThat(toll.live()).isEqualTo(RuleCounts.NONE);
        assertThat(toll.candidate()).isEqualTo(new RuleCounts(3, 1, 0, 0, 0, 1));
        assertThat(toll.precision()).isNotNull();
        assertThat(line(report, "prize").candidate()).isEqualTo(new RuleCounts(5, 3, 0, 0, 0, 0));
    }

    @Test
    void judgesARuleInShadowAsTheServerDoes() throws Exception {
        keep(10, "the zebra");

        BacktestReport report =
                run(RuleStates.NONE.with(new RuleState("zebra", RuleState.Mode.SHADOW, 100, null, false, "")), all());

        assertThat(report.changed()).isZero();
        assertThat(line(report, "zebra").live().shadowHits()).isEqualTo(10);
    }

    @Test
    void takesOnlyTheSelectedMessages() throws Exception {
        keep(1_000, "pay the toll now");

        assertThat(run(RuleStates.NONE, new Selection(NOON, NOON.plusSeconds(60), "other", 1))
                        .messages())
                .isZero();
        assertThat(run(RuleStates.NONE, new Selection(NOON.plusSeconds(1), NOON.plusSeconds(60), null, 1))
                        .messages())
                .isZero();
        assertThat(run(RuleStates.NONE, new Selection(NOON, NOON.plusSeconds(60), "acme", 0.2))
                        .messages())
                .isBetween(120L, 280L);
    }

    private BacktestReport run(RuleStates states, Selection selection) throws InterruptedException {
        try (RulesOnTrial live = trial(LIVE, states);
                RulesOnTrial candidate = trial(CANDIDATE, states)) {
            return new Backtest(history, new Tenants(List.of()), feedback)
                    .run(live, candidate, selection, 2, (_, _) -> {});
        }
    }

    private static RulesOnTrial trial(RuleSource source, RuleStates states) {
        return new RulesOnTrial(List.of(source), states, NamedLists.NONE, LinkLists.bundled());
    }

    private static Selection all() {
        return new Selection(NOON, NOON.plusSeconds(60), null, 1);
    }

    /** Keeps messages and returns the last one. */
    private KeptMessage keep(int number, String text) {
        List<KeptMessage> messages = IntStream.range(0, number)
                .mapToObj(_ ->
                        new KeptMessage(UUID.randomUUID(), 7, new Envelope.Slot("acme", SmsMessage.ofText(text), NOON)))
                .toList();
        history.saveMessages(messages);
        return messages.getLast();
    }

    private void giveOpinion(KeptMessage message, Feedback.Label label) {
        @Nullable String none = null;
        String id = ids.issueId(message.envelope(), message.slot(), "acme").toString();
        feedback.saveFeedback(new Feedback("acme", "phone", id, label, null, none, List.of(), none, NOON));
    }

    private static RuleLine line(BacktestReport report, String rule) {
        return report.rules().stream()
                .filter(line -> line.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String rule(String word) {
        return """
                rule %1$s
                {
                  meta:
                    title = "%1$s"
                    category = "junk"
                    weight = 60
                  strings:
                    $word = "%1$s" nocase fullword
                  condition:
                    $word
                }
                """.formatted(word);
    }
}
