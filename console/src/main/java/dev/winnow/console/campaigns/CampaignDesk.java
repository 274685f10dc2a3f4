package dev.winnow.console.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.VerdictMix;
import dev.winnow.console.access.OpsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows campaigns. Calls block; any thread. */
public final class CampaignDesk {
    /** The most campaigns of a list. */
    public static final int MOST = 100;

    /** A list goes back this far unless another time is asked for. */
    public static final Duration STANDARD = Duration.ofDays(7);

    /** The hours of a campaign's chart. */
    public static final int HOURS = 7 * 24;

    private final CampaignLog campaigns;
    private final Clock clock;

    public CampaignDesk(CampaignLog campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * One campaign in a list.
     *
     * @param growth the messages of this hour and the one before, less those of the two hours before these
     * @param needsAttention whether it may be a scam that no rule knows yet
     * @param senders different senders, an estimate
     * @param tenants different tenants, an estimate
     * @param template the text with marks; null if no tenant that consents to a history has had a message of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CampaignLine(
            String id,
            Instant firstSeen,
            Instant lastSeen,
            long messages,
            long growth,
            boolean needsAttention,
            boolean hasLink,
            long senders,
            long tenants,
            VerdictMix verdicts,
            @Nullable String template) {
        static CampaignLine of(Campaign campaign, Instant now) {
            return new CampaignLine(
                    campaign.id(),
                    campaign.firstSeen(),
                    campaign.lastSeen(),
                    campaign.messages(),
                    campaign.growth(now),
                    campaign.needsAttention(now),
                    campaign.hasLink(),
                    campaign.senders().estimate(),
                    campaign.tenants().estimate(),
                    campaign.verdicts(),
                    campaign.template());
        }
    }

    /** The number of messages of an hour. */
    public record HourCount(Instant hour, long messages) {}

    /** A name with the number of its messages. */
    public record NameCount(String name, long messages) {}

    /**
     * One campaign.
     *
     * @param hours the last seven days, the oldest hour first, also hours without messages
     * @param rules the rules that gave points
     * @param domains the domains of its links, of tenants that consent to a history
     */
    public record CampaignCard(
            CampaignLine campaign, List<HourCount> hours, List<NameCount> rules, List<NameCount> domains) {}

    /** The campaigns with a message since a time, the most urgent first. */
    public record CampaignList(Instant since, List<CampaignLine> campaigns) {}

    /**
     * Lists campaigns, at most {@value #MOST}.
     *
     * @param since leaves out those whose last message is older; null for a week
     * @param cleanOnly leaves out those of which most messages did not pass as clean
     */
    public CampaignList list(@Nullable Instant since, boolean cleanOnly) {
        Instant now = clock.instant();
        Instant from = since == null ? now.minus(STANDARD).truncatedTo(ChronoUnit.SECONDS) : since;
        return new CampaignList(
                from,
                campaigns.listUrgent(now, from, cleanOnly, MOST).stream()
                        .map(campaign -> CampaignLine.of(campaign, now))
                        .toList());
    }

    /**
     * Reads one campaign.
     *
     * @throws OpsException 404 if there is none
     */
    public CampaignCard read(String id) {
        Campaign campaign = require(id);
        Instant now = clock.instant();
        List<HourCount> hours = new ArrayList<>();
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        for (Instant hour = last.minus(HOURS - 1L, ChronoUnit.HOURS);
                !hour.isAfter(last);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(new HourCount(hour, campaign.hours().getOrDefault(hour, 0L)));
        }
        return new CampaignCard(
                CampaignLine.of(campaign, now), hours, toCounts(campaign.rules()), toCounts(campaign.domains()));
    }

    Campaign require(String id) {
        if (!id.matches("[0-9a-f]{16}")) {
            throw unknown();
        }
        return campaigns.findCampaign(id).orElseThrow(CampaignDesk::unknown);
    }

    private static OpsException unknown() {
        return OpsException.notFound("There is no campaign of this id; it is kept for 30 days after its last message.");
    }

    private static List<NameCount> toCounts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new NameCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
