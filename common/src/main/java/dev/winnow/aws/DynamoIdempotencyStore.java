package dev.winnow.aws;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.Lease;
import dev.winnow.idempotency.RequestKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Repeatable requests, one item each: a conditional put claims a request, a conditional update completes it. Times are milliseconds. */
final class DynamoIdempotencyStore implements IdempotencyStore {
    private static final String PREFIX = "r#";
    private static final String SORT = "request";
    private static final String FINGERPRINT = "fingerprint";
    private static final String TOKEN = "token";
    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String MESSAGE = "message";

    /** The name of the token in expressions, where {@code token} itself is a reserved word. */
    private static final Map<String, String> NAMES = Map.of("#token", TOKEN);

    private static final String FREE = "attribute_not_exists(pk) OR expires <= :seconds"
            + " OR (fingerprint = :fingerprint AND attribute_not_exists(message) AND leaseUntil <= :now)";

    private final DynamoTable table;
    private final Clock clock;

    DynamoIdempotencyStore(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Claim claimRequest(RequestKey key, String fingerprint) {
        Instant now = clock.instant();
        Lease lease = new Lease(key, fingerprint, UUID.randomUUID());
        try {
            table.callClient(
                    "claim a request",
                    client -> client.putItem(put -> put.tableName(table.name())
                            .item(toItem(lease, now))
                            .conditionExpression(FREE)
                            .expressionAttributeValues(Map.of(
                                    ":seconds", DynamoTable.numberValue(now.getEpochSecond()),
                                    ":now", DynamoTable.numberValue(now.toEpochMilli()),
                                    ":fingerprint", DynamoTable.stringValue(fingerprint)))));
            return new Claim.Granted(lease);
        } catch (ConditionalCheckFailedException taken) {
            return readClaim(lease);
        }
    }

    @Override
    public boolean completeRequest(Lease lease, String messageId) {
        try {
            table.callClient(
                    "complete a request",
                    client -> client.updateItem(update -> update.tableName(table.name())
                            .key(keyOf(lease.key()))
                            .updateExpression("SET message = :message")
                            .conditionExpression("#token = :token")
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(Map.of(
                                    ":message", DynamoTable.stringValue(messageId),
                                    ":token", tokenOf(lease)))));
            return true;
        } catch (ConditionalCheckFailedException anotherRun) {
            return false;
        }
    }

    @Override
    public void releaseRequest(Lease lease) {
        try {
            table.callClient(
                    "release a request",
                    client -> client.deleteItem(delete -> delete.tableName(table.name())
                            .key(keyOf(lease.key()))
                            .conditionExpression("#token = :token AND attribute_not_exists(message)")
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(Map.of(":token", tokenOf(lease)))));
        } catch (ConditionalCheckFailedException anotherRun) {
            // The other run has the lease now, so there is no lease to give back.
        }
    }

    /** Reads the holder of a claim that was refused. It may be this very lease: its confirmation was lost and the SDK sent the claim again. */
    private Claim readClaim(Lease lease) {
        Map<String, AttributeValue> item = table.callClient(
                "read a request",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(keyOf(lease.key()))
                                .consistentRead(true))
                        .item());
        if (item.isEmpty()) {
            return new Claim.Running();
        }
        if (!DynamoTable.requireAttribute(item, FINGERPRINT).s().equals(lease.fingerprint())) {
            return new Claim.Mismatch();
        }
        AttributeValue message = item.get(MESSAGE);
        if (message != null) {
            return new Claim.Done(message.s());
        }
        return DynamoTable.requireAttribute(item, TOKEN).equals(tokenOf(lease))
                ? new Claim.Granted(lease)
                : new Claim.Running();
    }

    private static Map<String, AttributeValue> toItem(Lease lease, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(keyOf(lease.key()));
        item.put(FINGERPRINT, DynamoTable.stringValue(lease.fingerprint()));
        item.put(TOKEN, tokenOf(lease));
        item.put(LEASE_UNTIL, DynamoTable.numberValue(now.plus(LEASE).toEpochMilli()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(now.plus(RETENTION)));
        return item;
    }

    private static Map<String, AttributeValue> keyOf(RequestKey key) {
        return DynamoTable.keyOf(PREFIX + key.tenant() + "#" + key.hash(), SORT);
    }

    private static AttributeValue tokenOf(Lease lease) {
        return DynamoTable.stringValue(lease.token().toString());
    }
}
