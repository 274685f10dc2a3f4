package dev.winnow.aws;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignCodec;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.WaveReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All campaigns under one partition key, and the reports of workers under one for each quarter of an hour, which spreads their writes. */
final class DynamoCampaignLog implements CampaignLog {
    private static final String CAMPAIGNS = "c#l";
    private static final String REPORTS = "c#r#";
    private static final String ITEM = "item";
    private static final String LAST_SEEN = "last";
    private static final Duration BLOCK = Duration.ofMinutes(15);

    private final DynamoTable table;
    private final Clock clock;

    DynamoCampaignLog(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void saveReport(WaveReport report) {
        Map<String, AttributeValue> item = new HashMap<>(
                DynamoTable.keyOf(REPORTS + blockOf(report.at()), sortOf(report.at()) + "#" + report.worker()));
        item.put(ITEM, DynamoTable.stringValue(CampaignCodec.encode(report)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(report.at().plus(REPORTS_KEPT)));
        putItem("save a report of waves", item);
    }

    @Override
    public List<WaveReport> listReports(Instant from, Instant until) {
        List<WaveReport> reports = new ArrayList<>();
        Instant oldest = clock.instant().minus(REPORTS_KEPT);
        Instant first = from.isBefore(oldest) ? oldest : from;
        for (long block = blockOf(first); block < until.getEpochSecond(); block += BLOCK.toSeconds()) {
            reports.addAll(listBlock(REPORTS + block, first, until));
        }
        return reports;
    }

    @Override
    public void saveCampaigns(Collection<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(CAMPAIGNS, campaign.id()));
            item.put(ITEM, DynamoTable.stringValue(CampaignCodec.encode(campaign)));
            item.put(LAST_SEEN, DynamoTable.numberValue(campaign.lastSeen().toEpochMilli()));
            item.put(
                    DynamoTable.EXPIRES,
                    DynamoTable.expiresAt(campaign.lastSeen().plus(CAMPAIGNS_KEPT)));
            putItem("save a campaign", item);
        }
    }

    @Override
    public void deleteCampaigns(Collection<String> ids) {
        for (String id : ids) {
            table.callClient(
                    "delete a campaign",
                    client -> client.deleteItem(
                            delete -> delete.tableName(table.name()).key(DynamoTable.keyOf(CAMPAIGNS, id))));
        }
    }

    @Override
    public Optional<Campaign> findCampaign(String id) {
        Map<String, AttributeValue> item = table.callClient(
                "read a campaign",
                client -> client.getItem(get -> get.tableName(table.name()).key(DynamoTable.keyOf(CAMPAIGNS, id)))
                        .item());
        return item.isEmpty() || DynamoTable.isExpired(item, clock.instant())
                ? Optional.empty()
                : Optional.of(campaignOf(item));
    }

    @Override
    public List<Campaign> listCampaigns(Instant seenSince) {
        return table.callClient(
                "list campaigns",
                client -> client
                        .queryPaginator(query -> query.tableName(table.name())
                                .keyConditionExpression("pk = :campaigns")
                                .filterExpression("#last >= :since")
                                .expressionAttributeNames(Map.of("#last", LAST_SEEN))
                                .expressionAttributeValues(Map.of(
                                        ":campaigns", DynamoTable.stringValue(CAMPAIGNS),
                                        ":since", DynamoTable.numberValue(seenSince.toEpochMilli()))))
                        .items()
                        .stream()
                        .filter(item -> !DynamoTable.isExpired(item, clock.instant()))
                        .limit(MAX_CAMPAIGNS)
                        .map(DynamoCampaignLog::campaignOf)
                        .toList());
    }

    private List<WaveReport> listBlock(String partition, Instant from, Instant until) {
        return table.queryRange("list reports of waves", partition, sortOf(from), sortOf(until)).stream()
                .map(item -> CampaignCodec.decodeReport(
                        DynamoTable.requireAttribute(item, ITEM).s()))
                .toList();
    }

    private void putItem(String what, Map<String, AttributeValue> item) {
        table.callClient(
                what,
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    private static Campaign campaignOf(Map<String, AttributeValue> item) {
        return CampaignCodec.decodeCampaign(
                DynamoTable.requireAttribute(item, ITEM).s());
    }

    private static long blockOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), BLOCK.toSeconds()) * BLOCK.toSeconds();
    }

    private static String sortOf(Instant time) {
        return "%013d".formatted(time.toEpochMilli());
    }
}
