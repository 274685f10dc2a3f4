package dev.winnow.aws;

import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Due webhooks of a shard under one partition key, sorted by their due time: one query from the beginning finds all that are due, even
 * after a long pause of all senders. A claim is an attribute of the item, set on condition that the item has none or its lease has ended.
 */
final class DynamoDueWebhooks implements DueWebhooks {
    private static final String DUE = "h#d#";
    private static final String BURIED = "h#x#";
    private static final String ITEM = "item";
    private static final String FREE = "attribute_not_exists(claimedUntil) OR claimedUntil <= :now";

    /** The most pages of 1 MB of a shard that a search for pending webhooks reads: some thousand webhooks. */
    private static final int MAX_PAGES = 4;

    private final DynamoTable table;
    private final Clock clock;

    DynamoDueWebhooks(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void addDue(Webhook webhook, Instant dueAt) {
        putWebhook(
                "store a due webhook",
                DynamoTable.keyOf(DUE + DueWebhooks.shardOf(webhook), sortKey(dueAt, webhook)),
                webhook);
    }

    @Override
    public List<Claim> claimDue(int shard, Instant now, int limit, Duration lease) {
        return table
                .callClient(
                        "list due webhooks",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :shard AND sk < :due")
                                        .filterExpression(FREE)
                                        .limit(limit)
                                        .expressionAttributeValues(Map.of(
                                                ":shard", DynamoTable.stringValue(DUE + shard),
                                                ":due", DynamoTable.stringValue(sortTime(now.plusMillis(1))),
                                                ":now", DynamoTable.numberValue(now.toEpochMilli()))))
                                .items()
                                .stream()
                                .limit(limit)
                                .toList())
                .stream()
                .map(item -> claim(item, now, now.plus(lease)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void finishClaim(Claim claim) {
        Webhook webhook = claim.webhook();
        try {
            table.callClient(
                    "forget a due webhook",
                    client -> client.deleteItem(delete -> delete.tableName(table.name())
                            .key(DynamoTable.keyOf(DUE + DueWebhooks.shardOf(webhook), sortKey(claim.dueAt(), webhook)))
                            .conditionExpression("claim = :token")
                            .expressionAttributeValues(Map.of(
                                    ":token",
                                    DynamoTable.stringValue(claim.token().toString())))));
        } catch (ConditionalCheckFailedException anotherSweeper) {
            // The other sender has the claim now and finishes it.
        }
    }

    @Override
    public List<Pending> listPending(String endpoint, int limit) {
        Instant now = clock.instant();
        List<Pending> all = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            all.addAll(listPending(endpoint, shard, now));
        }
        return all.stream()
                .sorted(Comparator.comparing(Pending::dueAt))
                .limit(limit)
                .toList();
    }

    /** No key names the endpoint, so the filter looks for it in the text of the item; the id of an endpoint stands in no other text by chance. */
    private List<Pending> listPending(String endpoint, int shard, Instant now) {
        return table
                .callClient(
                        "list pending webhooks",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :shard")
                                        .filterExpression("contains(#item, :endpoint) AND (" + FREE + ")")
                                        .expressionAttributeNames(Map.of("#item", ITEM))
                                        .expressionAttributeValues(Map.of(
                                                ":shard", DynamoTable.stringValue(DUE + shard),
                                                ":endpoint", DynamoTable.stringValue(endpoint),
                                                ":now", DynamoTable.numberValue(now.toEpochMilli()))))
                                .stream()
                                .limit(MAX_PAGES)
                                .flatMap(page -> page.items().stream())
                                .toList())
                .stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .map(item -> new Pending(toWebhook(item), dueTimeOf(item)))
                .filter(pending -> pending.webhook().endpoint().equals(endpoint))
                .toList();
    }

    /** Adds before it deletes: a crash between the two leaves the webhook twice and never loses it. */
    @Override
    public void movePending(Pending pending, Webhook next, Instant dueAt) {
        if (pending.dueAt().equals(dueAt)) {
            return;
        }
        addDue(next, dueAt);
        Webhook webhook = pending.webhook();
        try {
            table.callClient(
                    "move a pending webhook",
                    client -> client.deleteItem(delete -> delete.tableName(table.name())
                            .key(DynamoTable.keyOf(
                                    DUE + DueWebhooks.shardOf(webhook), sortKey(pending.dueAt(), webhook)))
                            .conditionExpression(FREE)
                            .expressionAttributeValues(Map.of(
                                    ":now",
                                    DynamoTable.numberValue(clock.instant().toEpochMilli())))));
        } catch (ConditionalCheckFailedException sender) {
            // A sender holds the webhook now and makes the call.
        }
    }

    @Override
    public void buryWebhook(Webhook webhook, Instant at) {
        Map<String, AttributeValue> key = new HashMap<>(DynamoTable.keyOf(BURIED + webhook.endpoint(), webhook.id()));
        key.put("at", DynamoTable.numberValue(at.toEpochMilli()));
        putWebhook("bury a webhook", key, webhook);
    }

    @Override
    public List<Buried> listBuried(String endpoint, int limit) {
        Instant now = clock.instant();
        return table.queryItems("list buried webhooks", BURIED + endpoint, limit).stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .map(DynamoDueWebhooks::toBuried)
                .toList();
    }

    @Override
    public Optional<Buried> listBuried(String endpoint, String id) {
        Map<String, AttributeValue> item = table.callClient(
                "read a buried webhook",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.keyOf(BURIED + endpoint, id))
                                .consistentRead(true))
                        .item());
        return item.isEmpty() || DynamoTable.isExpired(item, clock.instant())
                ? Optional.empty()
                : Optional.of(toBuried(item));
    }

    @Override
    public void forgetBuried(String endpoint, String id) {
        table.callClient(
                "forget a buried webhook",
                client -> client.deleteItem(
                        delete -> delete.tableName(table.name()).key(DynamoTable.keyOf(BURIED + endpoint, id))));
    }

    private void putWebhook(String what, Map<String, AttributeValue> key, Webhook webhook) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(ITEM, DynamoTable.stringValue(WebhookJson.writeValue(webhook)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(clock.instant().plus(RETENTION)));
        table.callClient(
                what,
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    private Optional<Claim> claim(Map<String, AttributeValue> item, Instant now, Instant until) {
        UUID token = UUID.randomUUID();
        try {
            table.callClient(
                    "claim a webhook",
                    client -> client.updateItem(update -> update.tableName(table.name())
                            .key(Map.of(
                                    DynamoTable.PARTITION, DynamoTable.requireAttribute(item, DynamoTable.PARTITION),
                                    DynamoTable.SORT, DynamoTable.requireAttribute(item, DynamoTable.SORT)))
                            .updateExpression("SET claim = :token, claimedUntil = :until")
                            .conditionExpression("attribute_exists(pk) AND (" + FREE + ")")
                            .expressionAttributeValues(Map.of(
                                    ":token", DynamoTable.stringValue(token.toString()),
                                    ":until", DynamoTable.numberValue(until.toEpochMilli()),
                                    ":now", DynamoTable.numberValue(now.toEpochMilli())))));
        } catch (ConditionalCheckFailedException anotherSweeper) {
            return Optional.empty();
        }
        return Optional.of(new Claim(toWebhook(item), dueTimeOf(item), token));
    }

    private static Instant dueTimeOf(Map<String, AttributeValue> item) {
        String sort = DynamoTable.requireAttribute(item, DynamoTable.SORT).s();
        return Instant.ofEpochMilli(Long.parseLong(sort.substring(0, sort.indexOf('#'))));
    }

    private static Buried toBuried(Map<String, AttributeValue> item) {
        long at = Long.parseLong(DynamoTable.requireAttribute(item, "at").n());
        return new Buried(toWebhook(item), Instant.ofEpochMilli(at));
    }

    private static Webhook toWebhook(Map<String, AttributeValue> item) {
        return WebhookJson.readValue(DynamoTable.requireAttribute(item, ITEM).s(), Webhook.class);
    }

    private static String sortKey(Instant dueAt, Webhook webhook) {
        return sortTime(dueAt) + "#" + webhook.id();
    }

    /** Writes a time in thirteen digits, so that texts sort like times; enough until the year 2286. */
    private static String sortTime(Instant time) {
        return String.format("%013d", time.toEpochMilli());
    }
}
