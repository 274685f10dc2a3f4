package dev.winnow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UsageCountersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final InMemoryTenantUsage store = new InMemoryTenantUsage();
    private Instant now = Instant.parse("2026-11-30T23:59:50Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final UsageCounters counters = new UsageCounters(store, clock);

    @Test
    void countsMessagesByTheirFirstOutcome() {
        count(
                "acme",
                judged(Category.JUNK),
                judged(Category.JUNK),
                judged(Category.PROMOTION),
                judged(Category.TRANSACTION),
                judged(Category.CLEAN),
                new Verdict.Failed("no memory"),
                new Verdict.Expired("too late"));
        counters.flush();

        assertThat(store.listDays("acme", DAY, DAY)).containsExactly(Map.entry(DAY, new UsageCounts(2, 1, 1, 1, 1, 1)));
    }

    @Test
    void savesTheSumsOfTheDaySoFarAndOnlyOfTenantsWithNewMessages() {
        count("acme", judged(Category.CLEAN));
        count("other", judged(Category.CLEAN));
        counters.flush();
        count("acme", judged(Category.CLEAN));
        counters.flush();

        assertThat(store.listDays("acme", DAY, DAY).get(DAY)).isEqualTo(new UsageCounts(0, 0, 0, 2, 0, 0));
        assertThat(store.saves()).isEqualTo(3);
    }

    @Test
    void beginsNewSumsWithEachDay() {
        count("acme", judged(Category.CLEAN));
        now = now.plusSeconds(20);
        count("acme", judged(Category.JUNK));
        counters.close();

        assertThat(store.listDays("acme", DAY, DAY.plusDays(1)))
                .containsExactly(
                        Map.entry(DAY, new UsageCounts(0, 0, 0, 1, 0, 0)),
                        Map.entry(DAY.plusDays(1), new UsageCounts(1, 0, 0, 0, 0, 0)));
    }

    @Test
    void savesABoundedNumberOfTenantsAMinuteAndThoseFirstThatWaitLongest() {
        for (int round = 0; round < 3; round++) {
            for (int tenant = 0; tenant < 250; tenant++) {
                count("t-" + tenant, judged(Category.CLEAN));
            }
            counters.flush();
        }

        assertThat(store.saves()).isEqualTo(3 * UsageCounters.MOST);
        for (int tenant = 0; tenant < 250; tenant++) {
            assertThat(store.listDays("t-" + tenant, DAY, DAY)).isNotEmpty();
        }
    }

    @Test
    void keepsSumsWhileTheStoreIsAway() {
        store.goDown();
        count("acme", judged(Category.CLEAN));
        counters.flush();
        store.comeBack();
        counters.flush();

        assertThat(store.listDays("acme", DAY, DAY)).isNotEmpty();
    }

    @Test
    void losesNoMessageOfThreadsThatCountDuringAFlush() {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int thread = 0; thread < 2; thread++) {
                threads.execute(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        count("acme", judged(Category.CLEAN));
                    }
                });
            }
            threads.execute(() -> {
                for (int i = 0; i < 100; i++) {
                    counters.flush();
                }
            });
        }
        counters.close();

        assertThat(store.listDays("acme", DAY, DAY).get(DAY)).isEqualTo(new UsageCounts(0, 0, 0, 20_000, 0, 0));
    }

    private void count(String tenant, Verdict... verdicts) {
        UUID id = VerdictSamples.envelope();
        List<Envelope.Slot> messages = new ArrayList<>();
        List<SlotVerdict> slots = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            messages.add(new Envelope.Slot(tenant, SmsMessage.ofText("hi"), now));
            slots.add(new SlotVerdict(verdict, null, now));
        }
        counters.countMessages(
                new Envelope(id, "g1", messages), new EnvelopeVerdicts(id, 1, "test", "test", now, slots));
    }

    private static Verdict judged(Category category) {
        return new Verdict.Judged(category, 0, DecidedBy.SCORE, List.of(), false, List.of());
    }
}
