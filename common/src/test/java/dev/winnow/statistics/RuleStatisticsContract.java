package dev.winnow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link RuleStatistics}, with one subclass for each adapter. */
public abstract class RuleStatisticsContract {
    private static final RuleSums SUMS =
            new RuleSums(10, Map.of("parcel_fee", new RuleCounts(6, 5, 4, 3, 2, -1), "otp", RuleCounts.NONE));

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    private final String writer = UUID.randomUUID().toString();

    /** A store without sums, or with sums of other tests' days. */
    protected abstract RuleStatistics store();

    @Test
    void keepsTheLastSumsOfAProcessAndAddsProcesses() {
        store().saveHour(writer, hour, new RuleSums(1, Map.of()));
        store().saveHour(writer, hour, SUMS);
        store().saveHour(writer + "-2", hour, SUMS);
        store().saveHour(writer, hour.plus(23, ChronoUnit.HOURS), SUMS);

        assertThat(store().listHours(day))
                .containsExactly(Map.entry(hour, SUMS.plus(SUMS)), Map.entry(hour.plus(23, ChronoUnit.HOURS), SUMS));
        assertThat(store().listHours(day.minusDays(1))).isEmpty();
        assertThat(store().listHours(day.plusDays(1))).isEmpty();
    }

    @Test
    void keepsOneItemADay() {
        store().saveDay(day.minusDays(31), RuleSums.NONE);
        store().saveDay(day.minusDays(30), new RuleSums(1, Map.of()));
        store().saveDay(day.minusDays(30), SUMS);
        store().saveDay(day.minusDays(29), SUMS.plus(SUMS));
        store().saveDay(day.minusDays(28), SUMS);

        assertThat(store().listDays(day.minusDays(30), day.minusDays(29)))
                .containsExactly(Map.entry(day.minusDays(30), SUMS), Map.entry(day.minusDays(29), SUMS.plus(SUMS)));
    }
}
