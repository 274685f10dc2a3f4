package dev.winnow.statistics;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the sums of rules: one item for each process and hour, and one item for each day (UTC). Calls block; any thread, best a virtual
 * one. Every call throws {@link StoreUnavailableException} if the store does not answer; a repetition is safe.
 */
public interface RuleStatistics {
    /** The time for which hours are kept. */
    Duration HOURS_KEPT = Duration.ofDays(14);

    /** The time for which days are kept. */
    Duration DAYS_KEPT = Duration.ofDays(400);

    /** Statistics that keep nothing. */
    RuleStatistics NONE = new RuleStatistics() {
        @Override
        public void saveHour(String writer, Instant hour, RuleSums sums) {
            // Intentionally empty.
        }

        @Override
        public SortedMap<Instant, RuleSums> listHours(LocalDate day) {
            return new TreeMap<>();
        }

        @Override
        public void saveDay(LocalDate day, RuleSums sums) {
            // Intentionally empty.
        }

        @Override
        public SortedMap<LocalDate, RuleSums> listDays(LocalDate from, LocalDate to) {
            return new TreeMap<>();
        }
    };

    /**
     * Saves the sums of a process so far in an hour, in place of its earlier sums of that hour.
     *
     * @param writer the name of the process, which no other process has or had
     * @param hour the beginning of the hour
     */
    void saveHour(String writer, Instant hour, RuleSums sums);

    /** Reads the hours of a day, each with the sums of all processes; an hour without sums is left out. */
    SortedMap<Instant, RuleSums> listHours(LocalDate day);

    /** Saves the sums of a whole day, in place of its earlier sums. */
    void saveDay(LocalDate day, RuleSums sums);

    /** Reads the saved days from a day on, up to and with another; a day without sums is left out. */
    SortedMap<LocalDate, RuleSums> listDays(LocalDate from, LocalDate to);
}
