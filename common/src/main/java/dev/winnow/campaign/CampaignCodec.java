package dev.winnow.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads reports and campaigns as JSON, which the stores keep. Stateless; any thread. */
public final class CampaignCodec {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CampaignCodec() {}

    /** The stored form of a wave or a campaign; times are milliseconds. */
    private record Item(
            @Nullable String id,
            String fingerprint,
            long first,
            long last,
            @Nullable Map<Long, Long> hours,
            VerdictMix verdicts,
            long links,
            String senders,
            String tenants,
            Map<String, Long> rules,
            Map<String, Long> domains,
            @Nullable String template) {}

    private record ReportItem(String worker, long at, List<Item> waves) {}

    public static String encode(WaveReport report) {
        return JSON.writeValueAsString(new ReportItem(
                report.worker(),
                report.at().toEpochMilli(),
                report.waves().stream().map(CampaignCodec::toItem).toList()));
    }

    public static WaveReport decodeReport(String text) {
        ReportItem item = JSON.readValue(text, ReportItem.class);
        return new WaveReport(
                item.worker(),
                Instant.ofEpochMilli(item.at()),
                item.waves().stream().map(CampaignCodec::toWave).toList());
    }

    public static String encode(Campaign campaign) {
        SortedMap<Long, Long> hours = new TreeMap<>();
        campaign.hours().forEach((hour, count) -> hours.put(hour.toEpochMilli(), count));
        return JSON.writeValueAsString(new Item(
                campaign.id(),
                campaign.fingerprint().toString(),
                campaign.firstSeen().toEpochMilli(),
                campaign.lastSeen().toEpochMilli(),
                hours,
                campaign.verdicts(),
                campaign.withLink(),
                campaign.senders().encode(),
                campaign.tenants().encode(),
                campaign.rules(),
                campaign.domains(),
                campaign.template()));
    }

    public static Campaign decodeCampaign(String text) {
        Item item = JSON.readValue(text, Item.class);
        if (item.id() == null || item.hours() == null) {
            throw new IllegalArgumentException("a stored campaign has no id or no hours");
        }
        SortedMap<Instant, Long> hours = new TreeMap<>();
        item.hours().forEach((hour, count) -> hours.put(Instant.ofEpochMilli(hour), count));
        return new Campaign(
                item.id(),
                Fingerprint.parse(item.fingerprint()),
                Instant.ofEpochMilli(item.first()),
                Instant.ofEpochMilli(item.last()),
                hours,
                item.verdicts(),
                item.links(),
                DistinctCount.decode(item.senders()),
                DistinctCount.decode(item.tenants()),
                item.rules(),
                item.domains(),
                item.template());
    }

    private static Item toItem(Wave wave) {
        return new Item(
                null,
                wave.fingerprint().toString(),
                wave.firstSeen().toEpochMilli(),
                wave.lastSeen().toEpochMilli(),
                null,
                wave.verdicts(),
                wave.withLink(),
                wave.senders().encode(),
                wave.tenants().encode(),
                wave.rules(),
                wave.domains(),
                wave.template());
    }

    private static Wave toWave(Item item) {
        return new Wave(
                Fingerprint.parse(item.fingerprint()),
                Instant.ofEpochMilli(item.first()),
                Instant.ofEpochMilli(item.last()),
                item.verdicts(),
                item.links(),
                DistinctCount.decode(item.senders()),
                DistinctCount.decode(item.tenants()),
                item.rules(),
                item.domains(),
                item.template());
    }
}
