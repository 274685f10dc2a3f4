package dev.winnow.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.feedback.Feedback.Label;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RuleCountersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final InMemoryRuleStatistics store = new InMemoryRuleStatistics();
    private Instant now = Instant.parse("2026-11-30T10:59:50Z");
    private final RuleCounters counters = new RuleCounters(store, movable());

    @Test
    void savesTheSumsOfTheHourSoFar() {
        counters.countMessage();
        counters.counterOf("a").countHit(true);
        counters.flush();
        counters.countMessage();
        counters.counterOf("a").countHit(false);
        counters.counterOf("b").countShadowHit(true);
        counters.flush();

        assertThat(store.listHours(DAY).values())
                .containsExactly(new RuleSums(
                        2, Map.of("a", new RuleCounts(2, 1, 0, 0, 0, 0), "b", new RuleCounts(0, 0, 1, 1, 0, 0))));
    }

    @Test
    void beginsNewSumsWithEachHour() {
        counters.countMessage();
        counters.flush();
        now = now.plusSeconds(20);
        counters.countMessage();
        counters.countMessage();
        counters.flush();

        assertThat(store.listHours(DAY).values()).extracting(RuleSums::messages).containsExactly(1L, 2L);
    }

    @Test
    void keepsSumsWhileTheStoreIsAway() {
        store.goDown();
        counters.countMessage();
        counters.flush();
        now = now.plusSeconds(20);
        counters.countMessage();
        counters.flush();
        store.comeBack();
        counters.flush();

        assertThat(store.listHours(DAY).values()).extracting(RuleSums::messages).containsExactly(1L, 1L);
    }

    @Test
    void losesNoHitOfThreadsThatCountDuringAFlush() {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int thread = 0; thread < 2; thread++) {
                threads.execute(() -> {
                    RuleCounter counter = counters.counterOf("a");
                    for (int i = 0; i < 100_000; i++) {
                        counter.countHit(true);
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

        assertThat(store.listHours(DAY).values())
                .extracting(sums -> sums.countsOf("a"))
                .containsExactly(new RuleCounts(200_000, 200_000, 0, 0, 0, 0));
    }

    @Test
    void sumsPastDaysUpOnceAndReadsTodayFromItsHours() {
        counters.countMessage();
        counters.counterOf("a").addOpinions(Label.JUNK, 2);
        counters.counterOf("a").addOpinions(Label.NOT_JUNK, -1);
        counters.flush();
        now = Instant.parse("2026-12-01T02:00:00Z");
        counters.countMessage();
        counters.flush();
        DailySums days = new DailySums(store, movable());

        days.savePastDays();

        RuleSums yesterday = new RuleSums(1, Map.of("a", new RuleCounts(0, 0, 0, 0, 2, -1)));
        assertThat(store.listDays(DAY.minusDays(20), DAY.plusDays(1))).containsExactly(Map.entry(DAY, yesterday));
        assertThat(days.listDays(30))
                .containsExactly(Map.entry(DAY, yesterday), Map.entry(DAY.plusDays(1), new RuleSums(1, Map.of())));
        assertThat(days.listDays(1)).containsOnlyKeys(DAY.plusDays(1));
    }

    @Test
    void givesTheIntervalOfWilson() {
        // Newcombe (1998), table I: 81 of 263 and 0 of 20.
        Precision some = Precision.ofOpinions(81, 263 - 81);
        assertThat(some.low()).isCloseTo(0.2553, within(0.0001));
        assertThat(some.high()).isCloseTo(0.3662, within(0.0001));
        assertThat(Precision.ofOpinions(0, 20).high()).isCloseTo(0.1611, within(0.0001));
        assertThat(Precision.ofOpinions(0, 0)).isEqualTo(new Precision(0, 0, 0, 1));
        assertThat(Precision.ofOpinions(-3, 1).opinions()).isEqualTo(1);
    }

    private Clock movable() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
