package dev.winnow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link TenantUsage}, with one subclass for each adapter. */
public abstract class TenantUsageContract {
    private static final UsageCounts COUNTS = new UsageCounts(1, 2, 3, 4, 5, 6);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String tenant = "t-" + UUID.randomUUID();

    /** A store without usage, or with usage of other tests' tenants. */
    protected abstract TenantUsage store();

    @Test
    void keepsTheLastSumsOfAProcessAndAddsProcesses() {
        store().saveDay(tenant, today, "one", new UsageCounts(1, 0, 0, 0, 0, 0));
        store().saveDay(tenant, today, "one", COUNTS);
        store().saveDay(tenant, today, "two", COUNTS);
        store().saveDay(tenant + "-2", today, "one", COUNTS);

        assertThat(store().listDays(tenant, today, today)).containsExactly(Map.entry(today, COUNTS.plus(COUNTS)));
    }

    @Test
    void readsTheDaysOfARangeWithBothEnds() {
        for (int day = 0; day < 4; day++) {
            store().saveDay(tenant, today.minusDays(day), "one", new UsageCounts(day, 0, 0, 1, 0, 0));
        }

        assertThat(store().listDays(tenant, today.minusDays(2), today.minusDays(1)))
                .containsExactly(
                        Map.entry(today.minusDays(2), new UsageCounts(2, 0, 0, 1, 0, 0)),
                        Map.entry(today.minusDays(1), new UsageCounts(1, 0, 0, 1, 0, 0)));
        assertThat(store().listDays("t-nobody", today.minusDays(30), today)).isEmpty();
    }
}
