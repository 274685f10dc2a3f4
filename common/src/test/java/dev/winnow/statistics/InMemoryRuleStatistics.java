package dev.winnow.statistics;

import dev.winnow.store.StoreUnavailableException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@link RuleStatistics} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryRuleStatistics implements RuleStatistics {
    private final SortedMap<Instant, SortedMap<String, RuleSums>> hours = new TreeMap<>();
    private final SortedMap<LocalDate, RuleSums> days = new TreeMap<>();
    private boolean down;

    @Override
    public synchronized void saveHour(String writer, Instant hour, RuleSums sums) {
        requireUp();
        hours.computeIfAbsent(hour, _ -> new TreeMap<>()).put(writer, sums);
    }

    @Override
    public synchronized SortedMap<Instant, RuleSums> listHours(LocalDate day) {
        requireUp();
        SortedMap<Instant, RuleSums> found = new TreeMap<>();
        hours.subMap(startOf(day), startOf(day.plusDays(1)))
                .forEach((hour, writers) -> found.put(hour, RuleSums.total(writers.values())));
        return found;
    }

    @Override
    public synchronized void saveDay(LocalDate day, RuleSums sums) {
        requireUp();
        days.put(day, sums);
    }

    @Override
    public synchronized SortedMap<LocalDate, RuleSums> listDays(LocalDate from, LocalDate to) {
        requireUp();
        return new TreeMap<>(days.subMap(from, to.plusDays(1)));
    }

    /** Makes every call fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public synchronized void comeBack() {
        down = false;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
