package dev.winnow.statistics;

import dev.winnow.message.Envelope;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of all tenants that one process judged. They are summed in memory. Each minute the sums of at most {@value #MOST} tenants
 * are saved, beginning with those that wait longest, so that the writes of a process are bounded whatever its traffic; a kill loses what is not
 * saved. Any thread.
 */
public final class UsageCounters implements AutoCloseable {
    /** The most tenants that are saved in a minute. */
    public static final int MOST = 100;

    private static final Logger log = LoggerFactory.getLogger(UsageCounters.class);
    private static final Duration SAVE_EVERY = Duration.ofMinutes(1);

    /** The most time that a process spends on its last sums when it ends. */
    private static final Duration LAST_SAVES = Duration.ofSeconds(5);

    /** After this time past midnight no thread counts for the day before. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private final TenantUsage store;
    private final Clock clock;
    private final String writer = UUID.randomUUID().toString();
    private final Map<LocalDate, Map<String, Line>> days = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("usage").factory());
    private long saves;
    private boolean isAway;

    /** The messages of a tenant on a day, and what of them is saved. Any thread counts; the counters' lock guards what is saved. */
    private static final class Line {
        private static final int OUTCOMES = 6;

        private final String tenant;
        private final LocalDate day;
        private final AtomicLongArray counts = new AtomicLongArray(OUTCOMES);
        private UsageCounts saved = UsageCounts.NONE;
        private long savedAt;

        Line(String tenant, LocalDate day) {
            this.tenant = tenant;
            this.day = day;
        }

        void count(Verdict verdict) {
            counts.incrementAndGet(
                    switch (verdict) {
                        case Verdict.Judged judged -> placeOf(judged.category());
                        case Verdict.Failed _ -> 4;
                        case Verdict.Expired _ -> 5;
                    });
        }

        private static int placeOf(Category category) {
            return switch (category) {
                case JUNK -> 0;
                case PROMOTION -> 1;
                case TRANSACTION -> 2;
                case CLEAN -> 3;
            };
        }

        UsageCounts read() {
            return new UsageCounts(
                    counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), counts.get(5));
        }

        boolean isUnsaved() {
            return !saved.equals(read());
        }
    }

    /** Counters that are saved only by {@link #flush} and {@link #close}. */
    public UsageCounters(TenantUsage store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Starts to save every minute. */
    public static UsageCounters start(TenantUsage store, Clock clock) {
        UsageCounters counters = new UsageCounters(store, clock);
        long pause = SAVE_EVERY.toMillis();
        Future<?> _ = counters.timer.scheduleWithFixedDelay(counters::flush, pause, pause, TimeUnit.MILLISECONDS);
        return counters;
    }

    /** Counts the messages of an envelope, which has just got its first verdicts. */
    public void countMessages(Envelope envelope, EnvelopeVerdicts verdicts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Line> lines = days.computeIfAbsent(today, _ -> new ConcurrentHashMap<>());
        for (int slot = 0; slot < verdicts.slots().size(); slot++) {
            lines.computeIfAbsent(envelope.slots().get(slot).tenant(), tenant -> new Line(tenant, today))
                    .count(verdicts.slots().get(slot).verdict());
        }
    }

    /** Saves the sums of the tenants that wait longest. Sums that the store does not take wait for the next time. */
    public synchronized void flush() {
        saveWaiting(MOST, SAVE_EVERY);
        LocalDate settled = LocalDate.ofInstant(clock.instant().minus(SETTLED_AFTER), ZoneOffset.UTC);
        days.entrySet()
                .removeIf(day -> day.getKey().isBefore(settled)
                        && day.getValue().values().stream().noneMatch(Line::isUnsaved));
    }

    /** Saves the last sums, for some seconds at most, and stops. */
    @Override
    public void close() {
        timer.close();
        saveWaiting(Integer.MAX_VALUE, LAST_SAVES);
    }

    private synchronized void saveWaiting(int most, Duration atMost) {
        List<Line> waiting = days.values().stream()
                .flatMap(day -> day.values().stream())
                .filter(Line::isUnsaved)
                .sorted(Comparator.comparingLong(line -> line.savedAt))
                .limit(most)
                .toList();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (Line line : waiting) {
                if (System.nanoTime() - end > 0) {
                    return;
                }
                UsageCounts now = line.read();
                store.saveDay(line.tenant, line.day, writer, now);
                line.saved = now;
                line.savedAt = ++saves;
            }
            isAway = false;
        } catch (StoreUnavailableException e) {
            if (!isAway) {
                isAway = true;
                log.warn(
                        "Could not save the usage of tenants; it is kept in memory and saved when the store answers: {}",
                        e.getMessage());
            }
        } catch (RuntimeException e) {
            log.warn("Could not save the usage of tenants; the next try follows: {}", e.toString());
        }
    }
}
