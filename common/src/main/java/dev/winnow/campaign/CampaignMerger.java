package dev.winnow.campaign;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the reports of all workers into campaigns. One program of a deployment runs it; a second one would make the same campaigns and
 * save them a second time. It remembers the campaigns of the store and reads only new reports. Any thread; blocks.
 */
public final class CampaignMerger implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CampaignMerger.class);
    private static final Duration MERGE_EVERY = Duration.ofSeconds(10);

    /** Clocks of workers differ, and a report takes time to be saved. */
    private static final Duration LATE_REPORTS = Duration.ofMinutes(1);

    /** Reports are read for this time at once: those of a whole day, after a console was away, would not fit into memory. */
    private static final Duration SLICE = Duration.ofMinutes(5);

    /** A campaign is saved when it has this number of messages. */
    private static final int SAVED_FROM = 10;

    /** The most campaigns that one run saves, so that the writes of a day are bounded. */
    private static final int MAX_SAVED = 200;

    /** Campaigns that are not listed are dropped first, then those whose last message is oldest. */
    private static final Comparator<Campaign> LEAST_TELLING_FIRST = Comparator.comparing(
                    (Campaign campaign) -> campaign.messages() >= Campaign.LISTED_FROM)
            .thenComparing(Campaign::lastSeen);

    private final CampaignLog store;
    private final Clock clock;
    private final Map<String, Campaign> campaigns = new HashMap<>();
    private final Set<String> unsaved = new LinkedHashSet<>();
    private final Set<String> merged = new HashSet<>();
    private final List<Consumer<Campaign>> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("campaign-merger").factory());
    private @Nullable Instant mergedUntil;
    private boolean isAway;

    /** A merger that merges at {@link #mergeReports} only. */
    public CampaignMerger(CampaignLog store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Starts to merge every ten seconds. */
    public CampaignMerger startMerging() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::mergeLogged, 0, MERGE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Tells a watcher once of each campaign that has just become large enough to be listed. It runs on the merging thread. */
    public void watchDetected(Consumer<Campaign> watcher) {
        watchers.add(watcher);
    }

    /**
     * Merges the reports since the last call, and saves the campaigns that changed.
     *
     * @throws StoreUnavailableException if the store did not answer; the next call goes on where this one ended
     */
    public synchronized void mergeReports() {
        Instant now = clock.instant();
        Instant from = mergedUntil == null ? readCampaigns(now) : mergedUntil.minus(LATE_REPORTS);
        Instant until = now.plus(LATE_REPORTS);
        for (Instant start = from; start.isBefore(until); start = start.plus(SLICE)) {
            Instant end = start.plus(SLICE);
            mergeNew(store.listReports(start, end.isBefore(until) ? end : until));
        }
        mergedUntil = now;
        forgetReports(now);
        saveCampaigns();
        dropCampaigns(now);
    }

    /** Stops. A second call does nothing. */
    @Override
    public void close() {
        timer.close();
    }

    /** Reads the campaigns of the store; returns the time from which reports may be missing in them. */
    private Instant readCampaigns(Instant now) {
        Instant last = now.minus(CampaignLog.REPORTS_KEPT);
        for (Campaign campaign : store.listCampaigns(now.minus(CampaignLog.CAMPAIGNS_KEPT))) {
            campaigns.put(campaign.id(), campaign);
            last = campaign.lastSeen().isAfter(last) ? campaign.lastSeen().plusMillis(1) : last;
        }
        return last;
    }

    private void mergeNew(List<WaveReport> reports) {
        for (WaveReport report : reports) {
            if (merged.add(nameOf(report))) {
                report.waves().forEach(this::mergeWave);
            }
        }
    }

    private void mergeWave(Wave wave) {
        Campaign known = findNearest(wave.fingerprint());
        Campaign grown = known == null ? Campaign.begin(wave) : known.plus(wave);
        campaigns.put(grown.id(), grown);
        if (grown.messages() >= SAVED_FROM) {
            unsaved.add(grown.id());
        }
        boolean isNew = known == null || known.messages() < Campaign.LISTED_FROM;
        if (isNew && grown.messages() >= Campaign.LISTED_FROM) {
            watchers.forEach(watcher -> tell(watcher, grown));
        }
    }

    private static void tell(Consumer<Campaign> watcher, Campaign campaign) {
        try {
            watcher.accept(campaign);
        } catch (RuntimeException e) {
            log.warn("Campaign {} is new, but a watcher could not be told: {}", campaign.id(), e.toString());
        }
    }

    private @Nullable Campaign findNearest(Fingerprint fingerprint) {
        Campaign nearest = null;
        int most = Fingerprint.NEAR - 1;
        for (Campaign campaign : campaigns.values()) {
            int equal = campaign.fingerprint().countEqual(fingerprint);
            if (equal > most) {
                most = equal;
                nearest = campaign;
            }
        }
        return nearest;
    }

    private void saveCampaigns() {
        List<Campaign> changed = new ArrayList<>();
        for (String id : unsaved) {
            Campaign campaign = campaigns.get(id);
            if (campaign != null && changed.size() < MAX_SAVED) {
                changed.add(campaign);
            }
        }
        if (!changed.isEmpty()) {
            store.saveCampaigns(changed);
            changed.forEach(campaign -> unsaved.remove(campaign.id()));
        }
    }

    private void dropCampaigns(Instant now) {
        Instant oldest = now.minus(CampaignLog.CAMPAIGNS_KEPT);
        Set<Campaign> dropped = new HashSet<>();
        campaigns.values().stream()
                .filter(campaign -> campaign.lastSeen().isBefore(oldest))
                .forEach(dropped::add);
        int tooMany = campaigns.size() - dropped.size() - CampaignLog.MAX_CAMPAIGNS;
        campaigns.values().stream()
                .filter(campaign -> !dropped.contains(campaign))
                .sorted(LEAST_TELLING_FIRST)
                .limit(Math.max(0, tooMany))
                .toList()
                .forEach(dropped::add);
        List<String> saved = dropped.stream()
                .filter(campaign -> campaign.messages() >= SAVED_FROM)
                .map(Campaign::id)
                .toList();
        if (!saved.isEmpty()) {
            store.deleteCampaigns(saved);
        }
        dropped.forEach(campaign -> {
            campaigns.remove(campaign.id());
            unsaved.remove(campaign.id());
        });
    }

    /** Names of reports begin with their time, so that old ones can be recognised. */
    private static String nameOf(WaveReport report) {
        return "%013d#%s".formatted(report.at().toEpochMilli(), report.worker());
    }

    private void forgetReports(Instant now) {
        String oldest =
                "%013d".formatted(now.minus(LATE_REPORTS.multipliedBy(2)).toEpochMilli());
        merged.removeIf(name -> name.compareTo(oldest) < 0);
    }

    private void mergeLogged() {
        try {
            mergeReports();
            if (isAway) {
                isAway = false;
                log.info("Campaigns are merged again");
            }
        } catch (RuntimeException e) {
            if (!isAway) {
                isAway = true;
                log.warn(
                        "Could not merge campaigns; the list stays as it is until the store answers: {}", e.toString());
            }
        }
    }
}
