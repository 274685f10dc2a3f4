package dev.winnow.campaign;

import dev.winnow.store.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link CampaignLog} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryCampaignLog implements CampaignLog {
    private final Map<String, WaveReport> reports = new HashMap<>();
    private final Map<String, Campaign> campaigns = new HashMap<>();
    private boolean down;

    @Override
    public synchronized void saveReport(WaveReport report) {
        requireUp();
        reports.put(report.at() + report.worker(), report);
    }

    @Override
    public synchronized List<WaveReport> listReports(Instant from, Instant until) {
        requireUp();
        return reports.values().stream()
                .filter(report -> !report.at().isBefore(from) && report.at().isBefore(until))
                .sorted(Comparator.comparing(WaveReport::at).thenComparing(WaveReport::worker))
                .toList();
    }

    @Override
    public synchronized void saveCampaigns(Collection<Campaign> changed) {
        requireUp();
        changed.forEach(campaign -> campaigns.put(campaign.id(), campaign));
    }

    @Override
    public synchronized void deleteCampaigns(Collection<String> ids) {
        requireUp();
        campaigns.keySet().removeAll(ids);
    }

    @Override
    public synchronized Optional<Campaign> findCampaign(String id) {
        requireUp();
        return Optional.ofNullable(campaigns.get(id));
    }

    @Override
    public synchronized List<Campaign> listCampaigns(Instant seenSince) {
        requireUp();
        return campaigns.values().stream()
                .filter(campaign -> !campaign.lastSeen().isBefore(seenSince))
                .limit(MAX_CAMPAIGNS)
                .toList();
    }

    /** Makes every call fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public synchronized void comeBack() {
        down = false;
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
