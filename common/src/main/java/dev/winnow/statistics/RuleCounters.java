package dev.winnow.statistics;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counters of one process. They are summed in memory and saved every ten seconds as one item, so that a message costs no write; a kill
 * may cost the sums of the last ten seconds. Any thread.
 */
public final class RuleCounters implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuleCounters.class);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(10);

    /** Hours whose sums wait for the store, at most. */
    private static final int MAX_UNSAVED_HOURS = 24;

    /** Messages between two calls of a watcher. */
    public static final int STRIDE = 100;

    private static final int FLUSHES_AN_HOUR = 360;

    private final RuleStatistics store;
    private final Clock clock;
    private final String writer = UUID.randomUUID().toString();
    private final Map<String, RuleCounter> counters = new ConcurrentHashMap<>();
    private final AtomicLong messages = new AtomicLong();
    private final TreeMap<Instant, RuleSums> unsaved = new TreeMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-counters").factory());
    private Instant hour = Instant.EPOCH;
    private RuleSums soFar = RuleSums.NONE;
    private RuleSums taken = RuleSums.NONE;
    private volatile Runnable watcher = () -> {};
    private boolean isAway;
    private int flushes;

    /** Counters that are saved by {@link #flush} and {@link #close} only. */
    public RuleCounters(RuleStatistics store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Starts to save every ten seconds, and to sum up past days once an hour. */
    public static RuleCounters start(RuleStatistics store, Clock clock) {
        RuleCounters counters = new RuleCounters(store, clock);
        Future<?> _ = counters.timer.scheduleWithFixedDelay(
                counters::flushAndSumUp, SAVE_EVERY.toMillis(), SAVE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return counters;
    }

    /** The counter of a rule, always the same for the same name. */
    public RuleCounter counterOf(String rule) {
        return counters.computeIfAbsent(rule, _ -> new RuleCounter());
    }

    /** Counts a scanned message. */
    public void countMessage() {
        if (messages.incrementAndGet() % STRIDE == 0) {
            watcher.run();
        }
    }

    /** Calls a watcher each {@value #STRIDE} messages, on the thread that counts them: it must be quick. */
    public void watchMessages(Runnable quick) {
        watcher = quick;
    }

    /** The sums since the start of the process. */
    public RuleSums sumsSinceStart() {
        Map<String, RuleCounts> rules = new HashMap<>();
        counters.forEach((rule, counter) -> rules.put(rule, counter.sums()));
        return new RuleSums(messages.get(), rules);
    }

    /** Saves the sums now. Sums that the store does not take are kept for the next time. */
    public synchronized void flush() {
        RuleSums added = takeSums();
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            soFar = RuleSums.NONE;
        }
        if (!added.equals(RuleSums.NONE)) {
            soFar = soFar.plus(added);
            unsaved.put(hour, soFar);
            if (unsaved.size() > MAX_UNSAVED_HOURS) {
                unsaved.pollFirstEntry();
            }
        }
        saveUnsaved();
    }

    /** Saves the last sums and stops. A second call does nothing but save. */
    @Override
    public void close() {
        timer.close();
        flush();
    }

    private RuleSums takeSums() {
        RuleSums now = sumsSinceStart();
        Map<String, RuleCounts> rules = new HashMap<>();
        now.rules().forEach((rule, counts) -> {
            RuleCounts added = counts.minus(taken.countsOf(rule));
            if (!added.equals(RuleCounts.NONE)) {
                rules.put(rule, added);
            }
        });
        RuleSums added = new RuleSums(now.messages() - taken.messages(), rules);
        taken = now;
        return added;
    }

    private void saveUnsaved() {
        try {
            for (Instant each : new ArrayList<>(unsaved.keySet())) {
                RuleSums sums = unsaved.get(each);
                if (sums != null) {
                    store.saveHour(writer, each, sums);
                    unsaved.remove(each);
                }
            }
            if (isAway) {
                isAway = false;
                log.info("The statistics of rules are saved again");
            }
        } catch (StoreUnavailableException e) {
            if (!isAway) {
                isAway = true;
                log.warn(
                        "Could not save the statistics of rules; they are kept in memory and saved when the store answers: {}",
                        e.getMessage());
            }
        }
    }

    private void flushAndSumUp() {
        try {
            flush();
            if (flushes++ % FLUSHES_AN_HOUR == 0) {
                new DailySums(store, clock).savePastDays();
            }
        } catch (RuntimeException e) {
            log.warn("Could not sum up the statistics of rules; the next try follows: {}", e.toString());
        }
    }
}
