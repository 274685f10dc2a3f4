package dev.winnow.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of days: past days as they were saved, and days that are not saved yet from their hours. Blocks; any thread. Several processes may
 * save the same day, because each computes the same sums.
 */
public final class DailySums {
    /** The time after midnight until each process has saved its last sums of the day. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private final RuleStatistics store;
    private final Clock clock;

    public DailySums(RuleStatistics store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Reads the last days, today included; a day without sums is left out. */
    public SortedMap<LocalDate, RuleSums> listDays(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(days - 1L);
        SortedMap<LocalDate, RuleSums> all = new TreeMap<>(store.listDays(from, today));
        LocalDate oldestWithHours = today.minusDays(RuleStatistics.HOURS_KEPT.toDays() - 1);
        for (LocalDate day = from.isBefore(oldestWithHours) ? oldestWithHours : from;
                !day.isAfter(today);
                day = day.plusDays(1)) {
            if (!all.containsKey(day)) {
                RuleSums sums = RuleSums.total(store.listHours(day).values());
                if (!sums.equals(RuleSums.NONE)) {
                    all.put(day, sums);
                }
            }
        }
        return all;
    }

    /** Saves the sums of each past day that has hours and is not saved yet. */
    public void savePastDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(SETTLED_AFTER), ZoneOffset.UTC);
        LocalDate from = today.minusDays(RuleStatistics.HOURS_KEPT.toDays() - 1);
        SortedMap<LocalDate, RuleSums> saved = store.listDays(from, today);
        for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
            if (!saved.containsKey(day)) {
                RuleSums sums = RuleSums.total(store.listHours(day).values());
                if (!sums.equals(RuleSums.NONE)) {
                    store.saveDay(day, sums);
                }
            }
        }
    }
}
