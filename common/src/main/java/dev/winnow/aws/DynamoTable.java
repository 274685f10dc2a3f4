package dev.winnow.aws;

import dev.winnow.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The keys, times to live and calls of the one table; docs/storage.md lists its items. Failures of DynamoDB become failures of the store.
 * Any thread.
 *
 * @param client the client, which retries within its own limits and budget
 * @param name the name of the table
 */
record DynamoTable(DynamoDbClient client, String name) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String EXPIRES = "expires";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ENVELOPE = "e#";

    /** The key of one item of an envelope. */
    static Map<String, AttributeValue> envelopeKey(UUID envelope, String sort) {
        ByteBuffer id = ByteBuffer.allocate(16)
                .putLong(envelope.getMostSignificantBits())
                .putLong(envelope.getLeastSignificantBits());
        return keyOf(ENVELOPE + BASE64.encodeToString(id.array()), sort);
    }

    static Map<String, AttributeValue> keyOf(String partition, String sort) {
        return Map.of(PARTITION, stringValue(partition), SORT, stringValue(sort));
    }

    static UUID envelopeOf(Map<String, AttributeValue> item) {
        String partition = requireAttribute(item, PARTITION).s();
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(partition.substring(ENVELOPE.length())));
        return new UUID(id.getLong(), id.getLong());
    }

    /** Reads an attribute that every item of its kind has. */
    static AttributeValue requireAttribute(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("an item has no attribute '" + name
                    + "', so Winnow did not write it; its attributes are " + item.keySet());
        }
        return value;
    }

    static AttributeValue stringValue(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue stringList(List<String> values) {
        return AttributeValue.fromL(
                values.stream().map(DynamoTable::stringValue).toList());
    }

    static AttributeValue numberValue(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /**
     * Lists all items of a query that have not expired.
     *
     * @param what the action, for the message of a failure
     * @param condition the key condition, with the names of the values
     */
    List<Map<String, AttributeValue>> listLiving(
            String what, String condition, Map<String, AttributeValue> values, Instant now) {
        return callClient(
                what,
                aws -> aws
                        .queryPaginator(query -> query.tableName(name)
                                .keyConditionExpression(condition)
                                .expressionAttributeValues(values))
                        .items()
                        .stream()
                        .filter(item -> !isExpired(item, now))
                        .toList());
    }

    /** The time to live in seconds, as DynamoDB reads it, rounded up so that no item expires early. */
    static AttributeValue expiresAt(Instant time) {
        return numberValue(time.getEpochSecond() + 1);
    }

    /** Whether an item has expired. DynamoDB deletes expired items "within a few days" and hands them out until then. */
    static boolean isExpired(Map<String, AttributeValue> item, Instant now) {
        return Long.parseLong(requireAttribute(item, EXPIRES).n()) <= now.getEpochSecond();
    }

    /** Reads all items under a partition key with a consistent read, in the order of the sort keys. */
    List<Map<String, AttributeValue>> queryItems(String what, String partition) {
        return queryItems(what, partition, Integer.MAX_VALUE);
    }

    /** Reads the first items under a partition key with a consistent read. */
    List<Map<String, AttributeValue>> queryItems(String what, String partition, int limit) {
        return callClient(
                what,
                dynamo -> dynamo
                        .queryPaginator(query -> query.tableName(name)
                                .keyConditionExpression("pk = :partition")
                                .expressionAttributeValues(Map.of(":partition", stringValue(partition)))
                                .consistentRead(true))
                        .items()
                        .stream()
                        .limit(limit)
                        .toList());
    }

    /** Reads the items under a partition key whose sort keys are in a range, both ends included. */
    List<Map<String, AttributeValue>> queryRange(String what, String partition, String from, String until) {
        return callClient(
                what,
                dynamo -> dynamo
                        .queryPaginator(query -> query.tableName(name)
                                .keyConditionExpression("pk = :partition AND sk BETWEEN :from AND :until")
                                .expressionAttributeValues(Map.of(
                                        ":partition", stringValue(partition),
                                        ":from", stringValue(from),
                                        ":until", stringValue(until))))
                        .items()
                        .stream()
                        .toList());
    }

    /** Makes a call. A failed condition is thrown as it is; every other failure becomes a {@link StoreUnavailableException}. */
    <T> T callClient(String what, Function<DynamoDbClient, T> call) {
        try {
            return call.apply(client);
        } catch (ConditionalCheckFailedException e) {
            throw e;
        } catch (ResourceNotFoundException e) {
            throw new StoreUnavailableException(
                    "there is no table '" + name + "': create it, or set winnow.dynamodb.table to the right name", e);
        } catch (SdkException
                | CancellationException
                | CompletionException
                | RejectedExecutionException
                | UncheckedIOException e) {
            // The SDK cancels a call that runs out of time, and does not always throw an exception of its own for it.
            throw new StoreUnavailableException("DynamoDB table '" + name + "' did not " + what + ": " + e, e);
        }
    }
}
