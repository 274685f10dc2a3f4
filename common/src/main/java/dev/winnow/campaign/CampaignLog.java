package dev.winnow.campaign;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what workers report, and the campaigns that the console's program merges from the reports; no message waits for it. Calls block; any
 * thread. Every call throws {@link StoreUnavailableException} if the store did not answer; a repetition is safe.
 */
public interface CampaignLog {
    /** The time for which a report is kept: long enough for a console that was away. */
    Duration REPORTS_KEPT = Duration.ofDays(1);

    /** The time for which a campaign is kept after its last message. */
    Duration CAMPAIGNS_KEPT = Duration.ofDays(30);

    /** The campaigns that are kept at once. */
    int MAX_CAMPAIGNS = 2_000;

    /** Keeps nothing. */
    CampaignLog NONE = new CampaignLog() {
        @Override
        public void saveReport(WaveReport report) {
            // Intentionally empty.
        }

        @Override
        public List<WaveReport> listReports(Instant from, Instant until) {
            return List.of();
        }

        @Override
        public void saveCampaigns(Collection<Campaign> campaigns) {
            // Intentionally empty.
        }

        @Override
        public void deleteCampaigns(Collection<String> ids) {
            // Intentionally empty.
        }

        @Override
        public Optional<Campaign> findCampaign(String id) {
            return Optional.empty();
        }

        @Override
        public List<Campaign> listCampaigns(Instant seenSince) {
            return List.of();
        }
    };

    /** Saves a report, in the place of an earlier one of the same worker and time. */
    void saveReport(WaveReport report);

    /**
     * Reads the reports that were written in a range, in the order of their times.
     *
     * @param until the end of the range, excluded
     */
    List<WaveReport> listReports(Instant from, Instant until);

    /** Saves campaigns, each in the place of an earlier one of the same id. */
    void saveCampaigns(Collection<Campaign> campaigns);

    /** Deletes campaigns; an id that no campaign has is ignored. */
    void deleteCampaigns(Collection<String> ids);

    /** Reads one campaign. */
    Optional<Campaign> findCampaign(String id);

    /** Reads the campaigns with a message at or after a time, at most {@value #MAX_CAMPAIGNS}, in any order. */
    List<Campaign> listCampaigns(Instant seenSince);

    /**
     * Reads the campaigns that people look at, in the order of {@link Campaign#mostUrgentFirst}: those of at least
     * {@value Campaign#LISTED_FROM} messages.
     *
     * @param seenSince leaves out those whose last message is older
     * @param cleanOnly leaves out those of which most messages did not pass as clean
     * @param limit the number of campaigns, at least 1
     */
    default List<Campaign> listUrgent(Instant now, Instant seenSince, boolean cleanOnly, int limit) {
        return listCampaigns(seenSince).stream()
                .filter(campaign -> campaign.messages() >= Campaign.LISTED_FROM)
                .filter(campaign -> !cleanOnly || campaign.isMostlyClean())
                .sorted(Campaign.mostUrgentFirst(now))
                .limit(limit)
                .toList();
    }
}
