package dev.winnow.worker.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.audit.InMemoryAuditLog;
import dev.winnow.feedback.Feedback.Label;
import dev.winnow.message.Channel;
import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.statistics.DailySums;
import dev.winnow.statistics.InMemoryRuleStatistics;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict.Judged;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.RuleReloader;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFuseIT {
    private static final String WILD = """
            rule wild { meta: title = "Wild" category = "junk" weight = 60 strings: $a = "message" condition: $a }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final InMemoryRuleStatistics store = new InMemoryRuleStatistics();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final RuleCounters counters = new RuleCounters(store, Clock.systemUTC());
    private final DailySums days = new DailySums(store, Clock.systemUTC());

    @AfterEach
    void stop() {
        counters.close();
    }

    /** The fuse looks during the scans, so that the number does not depend on when its own thread gets a processor. */
    @Test
    void takesARuleThatMatchesEveryTextOutOfPlayWithin500Messages() throws Exception {
        try (RuleReloader rules = startRules(WILD);
                RuleFuse fuse = new RuleFuse(counters, days, rules, audit, FuseSettings.DEFAULT, Clock.systemUTC());
                ScanPool scans = startScans(rules)) {
            counters.watchMessages(fuse::checkWindow);
            List<Judged> verdicts = new ArrayList<>();
            for (int envelope = 0; envelope < 10; envelope++) {
                verdicts.addAll(scan(scans, 100));
            }

            // The hundredth message calls the fuse before it has its verdict.
            assertThat(verdicts.stream().filter(verdict -> verdict.category() == Category.JUNK))
                    .hasSizeBetween(99, 500);
        }
    }

    @Test
    void putsARuleIntoShadowOnAThreadOfItsOwn() throws Exception {
        try (RuleReloader rules = startRules(WILD);
                RuleFuse fuse = RuleFuse.start(counters, days, rules, audit, FuseSettings.DEFAULT, Clock.systemUTC());
                ScanPool scans = startScans(rules)) {
            for (int envelope = 0; envelope < 10; envelope++) {
                scan(scans, 100);
            }

            await().until(() -> rules.states().stateOf("wild").mode() == Mode.SHADOW);
            assertThat(StateFile.read(folder).stateOf("wild").note()).startsWith("fuse: it decided ");
            await().untilAsserted(() -> assertThat(audit.listEntries(null, 10))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.target()).isEqualTo("wild");
                        assertThat(entry.detail()).endsWith("winnow rescan --from 7d --where rule=wild");
                    }));
            assertThat(scan(scans, 1).getFirst().shadow())
                    .satisfies(shadow -> assertThat(shadow.rules()).containsExactly("wild"));
            assertThat(fuse).isNotNull();
        }
    }

    @Test
    void leavesAPinnedRuleAlone() throws Exception {
        StateFile.write(folder, RuleStates.NONE.with(new RuleState("wild", Mode.ACTIVE, 100, null, true, "wanted")));
        try (RuleReloader rules = startRules(WILD);
                RuleFuse fuse = new RuleFuse(counters, days, rules, audit, FuseSettings.DEFAULT, Clock.systemUTC());
                ScanPool scans = startScans(rules)) {
            scan(scans, 100);
            scan(scans, 100);
            fuse.checkWindow();

            assertThat(counters.counterOf("wild").isTripped()).isFalse();
        }
    }

    @Test
    void asksTheHistoryOfARule() throws Exception {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        store.saveDay(yesterday, new RuleSums(10_000, Map.of("wild", new RuleCounts(2_500, 2_500, 0, 0, 0, 0))));
        try (RuleReloader rules = startRules(WILD);
                RuleFuse fuse = new RuleFuse(counters, days, rules, audit, FuseSettings.DEFAULT, Clock.systemUTC());
                ScanPool scans = startScans(rules)) {
            fuse.checkHistory();
            scan(scans, 100);
            fuse.checkWindow();

            assertThat(counters.counterOf("wild").isTripped()).isFalse();
        }
    }

    @Test
    void takesARuleThatPeopleCallWrongOutOfPlay() throws Exception {
        try (RuleReloader rules = startRules(WILD);
                RuleFuse fuse = new RuleFuse(counters, days, rules, audit, FuseSettings.DEFAULT, Clock.systemUTC())) {
            counters.counterOf("wild").addOpinions(Label.JUNK, 4);
            counters.counterOf("wild").addOpinions(Label.NOT_JUNK, 15);
            counters.flush();
            fuse.checkHistory();
            assertThat(counters.counterOf("wild").isTripped()).isFalse();

            counters.counterOf("wild").addOpinions(Label.NOT_JUNK, 1);
            counters.flush();
            fuse.checkHistory();
            assertThat(counters.counterOf("wild").isTripped()).isTrue();
        }
    }

    @Test
    void stopsAndOnlyAlarmsWhenManyRulesGoWild() throws Exception {
        String many = String.join(
                "\n",
                IntStream.range(0, 5)
                        .mapToObj(i -> WILD.replace("wild", "wild_" + i).replace("weight = 60", "weight = 50"))
                        .toList());
        try (RuleReloader rules = startRules(many);
                RuleFuse fuse =
                        new RuleFuse(counters, days, rules, audit, new FuseSettings(20, 5, 50, 0), Clock.systemUTC())) {
            IntStream.range(0, 5).forEach(i -> counters.counterOf("wild_" + i).addOpinions(Label.NOT_JUNK, 30));
            counters.flush();
            fuse.checkHistory();

            assertThat(IntStream.range(0, 5)
                            .filter(i -> counters.counterOf("wild_" + i).isTripped()))
                    .hasSize(3);
        }
    }

    private RuleReloader startRules(String source) throws IOException {
        Files.writeString(folder.resolve("own.yar"), source);
        return RuleReloader.start(new RuleFolder(folder, new Admission()));
    }

    private ScanPool startScans(RuleReloader rules) {
        MessageScanners scanners =
                new MessageScanners(rules::activeRules, rules::linkLists, rules::companionsOf, counters);
        return new ScanPool(scanners, new LiveTenants(List.of()), Clock.systemUTC(), 2);
    }

    private static List<Judged> scan(ScanPool scans, int messages) throws Exception {
        List<Envelope.Slot> slots = IntStream.range(0, messages)
                .mapToObj(i -> new Envelope.Slot(
                        "demo",
                        new SmsMessage("a plain message " + i, null, Channel.SMS, null, null, null, Priority.LIVE),
                        Instant.now()))
                .toList();
        Envelope envelope = new Envelope(VerdictSamples.envelope(), "g", slots);
        EnvelopeVerdicts verdicts = scans.scanEnvelope(envelope, Map.of());
        return verdicts.slots().stream().map(slot -> (Judged) slot.verdict()).toList();
    }
}
