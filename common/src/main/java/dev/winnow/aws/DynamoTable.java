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
 * The one table: keys, times to live, and calls whose failures are the store's own. What lies where: docs/storage.md. Any thread.
 *
 * @param client retries within its own limits and budget
 * @param name the table's name
 */
record DynamoTable(DynamoDbClient client, String name) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String EXPIRES = "expires";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ENVELOPE = "e#";

    /** The key of one of an envelope's items. */
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

    /** An attribute that every item of its kind has. */
    static AttributeValue requireAttribute(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("an item without '" + name + "' is not ours: " + item.keySet());
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

    /** DynamoDB wants the time to live in seconds; rounded up, so that nothing goes early. */
    static AttributeValue expiresAt(Instant time) {
        return numberValue(time.getEpochSecond() + 1);
    }

    /** DynamoDB deletes what has expired "within a few days"; until then it is still read. */
    static boolean isExpired(Map<String, AttributeValue> item, Instant now) {
        return Long.parseLong(requireAttribute(item, EXPIRES).n()) <= now.getEpochSecond();
    }

    /** Every item under a partition key, in the order of the sort keys, as it is now. */
    List<Map<String, AttributeValue>> queryItems(String what, String partition) {
        return queryItems(what, partition, Integer.MAX_VALUE);
    }

    /** The first items under a partition key. */
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

    /** Makes a call; a failed condition is the caller's to see, every other failure is a {@link StoreUnavailableException}. */
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
            // The SDK gives a call that runs out of time up by cancelling it, and does not always say so in words of
            // its own.
            throw new StoreUnavailableException("DynamoDB table '" + name + "' did not " + what + ": " + e, e);
        }
    }
}
