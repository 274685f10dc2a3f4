package dev.winnow.campaign;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The campaigns that one worker sees. They are counted in memory and reported every ten seconds as one item, so that a message costs no
 * write; a kill costs the counts of the last ten seconds. Any thread; a scan thread never waits: if another one is counting, that one counts
 * its message too.
 */
public final class WaveCounters implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WaveCounters.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    /** Messages that wait to be counted; more are left out, so that the memory is bounded while a report is made. */
    private static final int MAX_WAITING = 20_000;

    private final CampaignLog campaigns;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final WaveSketch sketch = new WaveSketch();
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<WaveMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingNumber = new AtomicInteger();
    private final Set<Fingerprint> wanted = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wave-counters").factory());
    private List<Wave> unsaved = List.of();
    private boolean isAway;

    /** Counters that report at {@link #flush} and {@link #close} only. */
    public WaveCounters(CampaignLog campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Starts to report every ten seconds. */
    public static WaveCounters start(CampaignLog campaigns, Clock clock) {
        WaveCounters counters = new WaveCounters(campaigns, clock);
        Future<?> _ = counters.timer.scheduleWithFixedDelay(
                counters::flushLogged, REPORT_EVERY.toMillis(), REPORT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return counters;
    }

    /** Counts a judged message. Returns at once. */
    public void countMessage(WaveMessage message) {
        if (waitingNumber.get() >= MAX_WAITING) {
            return;
        }
        waitingNumber.incrementAndGet();
        waiting.add(message);
        if (turn.tryLock()) {
            try {
                countWaiting();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Whether a campaign still has no template, so that the next message of a tenant that consents should bring one. */
    public boolean wantsTemplate(Fingerprint fingerprint) {
        return !wanted.isEmpty() && wanted.contains(fingerprint);
    }

    /** Reports what was counted. Waves that the store does not take are kept for the next time. */
    public synchronized void flush() {
        if (unsaved.isEmpty()) {
            unsaved = takeWaves();
        }
        if (unsaved.isEmpty()) {
            return;
        }
        try {
            campaigns.saveReport(new WaveReport(worker, clock.instant(), unsaved));
            unsaved = List.of();
            if (isAway) {
                isAway = false;
                log.info("Campaigns are reported again");
            }
        } catch (StoreUnavailableException e) {
            if (!isAway) {
                isAway = true;
                log.warn(
                        "Could not report campaigns; they are counted in memory and reported when the store answers: {}",
                        e.getMessage());
            }
        }
    }

    /** Reports the last counts and stops. A second call does nothing but report. */
    @Override
    public void close() {
        timer.close();
        flush();
    }

    private List<Wave> takeWaves() {
        turn.lock();
        try {
            countWaiting();
            List<Wave> waves = sketch.takeWaves(WaveReport.MAX_WAVES);
            wanted.clear();
            waves.stream()
                    .filter(wave -> wave.template() == null)
                    .map(Wave::fingerprint)
                    .forEach(wanted::add);
            return waves;
        } finally {
            turn.unlock();
        }
    }

    private void countWaiting() {
        for (WaveMessage next = waiting.poll(); next != null; next = waiting.poll()) {
            waitingNumber.decrementAndGet();
            sketch.count(next, clock.millis());
        }
    }

    private void flushLogged() {
        try {
            flush();
        } catch (RuntimeException e) {
            log.warn("Could not report campaigns; the next try follows: {}", e.toString());
        }
    }
}
