package dev.winnow.statistics;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Keeps how many messages each tenant had on a day (UTC): one item for each tenant, day and process. Calls block; any thread, best a
 * virtual one. Every call throws {@link StoreUnavailableException} if the store does not answer; a repetition is safe.
 */
public interface TenantUsage {
    /** The time for which a day is kept. */
    Duration KEPT = Duration.ofDays(40);

    /**
     * Saves the messages that a process has counted so far on a day, in place of what it saved before for that day.
     *
     * @param writer the name of the process, which no other process has or had
     */
    void saveDay(String tenant, LocalDate day, String writer, UsageCounts counts);

    /** Reads the days of a tenant from one day to another, both included, with the sums of all processes; a day without messages is left out. */
    SortedMap<LocalDate, UsageCounts> listDays(String tenant, LocalDate from, LocalDate to);
}
