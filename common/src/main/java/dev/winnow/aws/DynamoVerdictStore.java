package dev.winnow.aws;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictsCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Verdicts as one item for each envelope. Writes are conditional; batch reads are eventually consistent, which costs half. */
final class DynamoVerdictStore implements VerdictStore {
    static final String SORT = "verdicts";

    private static final String ITEM = "item";
    private static final String REVISION = "revision";

    private final DynamoTable table;
    private final DynamoBatchRead reads;
    private final Clock clock;

    DynamoVerdictStore(DynamoTable table, DynamoBatchRead reads, Clock clock) {
        this.table = table;
        this.reads = reads;
        this.clock = clock;
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        try {
            table.callClient(
                    "save verdicts",
                    client -> client.putItem(put -> put.tableName(table.name())
                            .item(toItem(verdicts))
                            .conditionExpression("attribute_not_exists(" + DynamoTable.PARTITION + ")")));
            return new SaveOutcome.Saved();
        } catch (ConditionalCheckFailedException earlier) {
            // Empty if DynamoDB has just deleted the expired item; then these verdicts can be saved.
            return readStored(verdicts.envelope())
                    .<SaveOutcome>map(SaveOutcome.AlreadySaved::new)
                    .orElseGet(() -> saveVerdicts(verdicts));
        }
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        try {
            table.callClient(
                    "replace verdicts",
                    client -> client.putItem(put -> put.tableName(table.name())
                            .item(toItem(next))
                            .conditionExpression(REVISION + " = :made_from")
                            .expressionAttributeValues(
                                    Map.of(":made_from", DynamoTable.numberValue(next.revision() - 1)))));
            return new ReplaceOutcome.Replaced();
        } catch (ConditionalCheckFailedException changed) {
            return readStored(next.envelope())
                    .<ReplaceOutcome>map(ReplaceOutcome.Outdated::new)
                    .orElseGet(ReplaceOutcome.Missing::new);
        }
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        if (envelopes.size() > MAX_FIND) {
            throw new IllegalArgumentException(
                    "findVerdicts takes at most " + MAX_FIND + " envelopes, got " + envelopes.size());
        }
        List<Map<String, AttributeValue>> keys = envelopes.stream()
                .distinct()
                .map(envelope -> DynamoTable.envelopeKey(envelope, SORT))
                .toList();
        Instant now = clock.instant();
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        for (Map<String, AttributeValue> item : reads.readItems(keys)) {
            if (!DynamoTable.isExpired(item, now)) {
                EnvelopeVerdicts verdicts = decodeItem(item);
                found.put(verdicts.envelope(), verdicts);
            }
        }
        return found;
    }

    @Override
    public void close() {
        // The caller that opened the client closes it.
    }

    /** Reads an item even if it has expired by this clock: an item stands until DynamoDB deletes it. */
    private Optional<EnvelopeVerdicts> readStored(UUID envelope) {
        Map<String, AttributeValue> item = table.callClient(
                "read verdicts",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.envelopeKey(envelope, SORT))
                                .consistentRead(true))
                        .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(decodeItem(item));
    }

    private static Map<String, AttributeValue> toItem(EnvelopeVerdicts verdicts) {
        Instant openedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(verdicts.envelope()));
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.envelopeKey(verdicts.envelope(), SORT));
        item.put(ITEM, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(VerdictsCodec.encode(verdicts))));
        item.put(REVISION, DynamoTable.numberValue(verdicts.revision()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(openedAt.plus(Retention.VERDICTS)));
        return item;
    }

    private static EnvelopeVerdicts decodeItem(Map<String, AttributeValue> item) {
        return VerdictsCodec.decode(
                DynamoTable.envelopeOf(item),
                DynamoTable.requireAttribute(item, ITEM).b().asByteArrayUnsafe());
    }
}
