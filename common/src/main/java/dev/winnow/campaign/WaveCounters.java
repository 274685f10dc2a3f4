package dev.winnow.campaign;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The campaigns that one worker sees. They are counted in memory and reported every ten seconds as one item, so that a message costs no
 * write; a kill costs the counts of the last ten seconds. Any thread; a scan thread never waits: if another thread is counting,
 * that thread counts its message, too.
 */
public final class WaveCounters implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WaveCounters.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private static final Duration READ_EVERY = Duration.ofMinutes(1);

    /** The time of {@link WaveSize#messages}. */
    private static final Duration RECENT = Duration.ofHours(2);

    /** Messages that wait to be counted; more are left out, so that the memory is bounded while a report is made. */
    private static final int MAX_WAITING = 20_000;

    private final CampaignLog campaigns;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final WaveSketch sketch = new WaveSketch();
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<WaveMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingNumber = new AtomicInteger();
    /** The fingerprints of campaigns without a template; null for none. It is not changed after it is set. */
    private volatile @Nullable NearIndex wanted;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wave-counters").factory());
    private volatile WaveSizes sizes = WaveSizes.NONE;
    private Map<Fingerprint, WaveSize> merged = Map.of();
    private Instant mergedAt = Instant.EPOCH;
    private List<Wave> unsaved = List.of();
    private boolean isAway;

    /** Counters that report only at {@link #flush} and {@link #close}. */
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

    /**
     * How large the campaign of a text is: what this worker had counted about ten seconds ago, or what all workers had reported some minutes
     * ago, whichever is more; each figure is rounded down to 1, 2, 5, 10, 20, 50 and so on.
     */
    public WaveSize sizeOf(Fingerprint fingerprint) {
        return sizes.sizeOf(fingerprint);
    }

    /** Whether a campaign still has no template, so that the next message of a tenant that consents should bring one. */
    public boolean wantsTemplate(Fingerprint fingerprint) {
        NearIndex without = wanted;
        return without != null && without.findNearest(fingerprint) != NearIndex.NONE;
    }

    /** Reports what was counted. Waves that the store does not take are kept for the next time. */
    public synchronized void flush() {
        List<Wave> taken = takeWaves(unsaved.isEmpty() ? WaveReport.MAX_WAVES : 0);
        unsaved = unsaved.isEmpty() ? taken : unsaved;
        try {
            if (!unsaved.isEmpty()) {
                campaigns.saveReport(new WaveReport(worker, clock.instant(), unsaved));
                unsaved = List.of();
            }
            readMerged();
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

    /** Reads what all workers reported, once a minute: it is one long query. */
    private void readMerged() {
        Instant now = clock.instant();
        if (mergedAt.plus(READ_EVERY).isAfter(now)) {
            return;
        }
        Map<Fingerprint, WaveSize> read = new HashMap<>();
        campaigns
                .listCampaigns(now.minus(RECENT))
                .forEach(campaign -> read.put(campaign.fingerprint(), campaign.size(now)));
        merged = read;
        mergedAt = now;
    }

    private List<Wave> takeWaves(int limit) {
        turn.lock();
        try {
            countWaiting();
            sizes = new WaveSizes(sketch.listSizes(clock.millis()), merged);
            if (limit == 0) {
                return List.of();
            }
            List<Wave> waves = sketch.takeWaves(limit);
            wanted = indexWithoutTemplate(waves);
            return waves;
        } finally {
            turn.unlock();
        }
    }

    private static @Nullable NearIndex indexWithoutTemplate(List<Wave> waves) {
        List<Fingerprint> without = waves.stream()
                .filter(wave -> wave.template() == null)
                .map(Wave::fingerprint)
                .toList();
        if (without.isEmpty()) {
            return null;
        }
        NearIndex index = new NearIndex(without.size(), WaveSizes.KEY_BITS);
        for (int place = 0; place < without.size(); place++) {
            index.put(place, without.get(place));
        }
        return index;
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
