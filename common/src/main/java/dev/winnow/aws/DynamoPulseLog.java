package dev.winnow.aws;

import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseCodec;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pulses of one resolution and one block of 120 intervals under one partition key, which spreads their writes over time. */
final class DynamoPulseLog implements PulseLog {
    private static final String PREFIX = "u#";
    private static final String ITEM = "item";
    private static final int BLOCK = 120;

    private final DynamoTable table;

    DynamoPulseLog(DynamoTable table) {
        this.table = table;
    }

    @Override
    public void savePulse(Resolution resolution, Pulse pulse) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(
                partitionOf(resolution, blockOf(resolution, pulse.start())),
                sortOf(pulse.start()) + "#" + pulse.program() + "#" + pulse.instance()));
        item.put(ITEM, DynamoTable.stringValue(PulseCodec.encode(pulse)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(pulse.start().plus(resolution.retention())));
        table.callClient(
                "save a pulse",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public List<Pulse> listPulses(Resolution resolution, Instant from, Instant until) {
        List<Pulse> pulses = new ArrayList<>();
        Duration length = resolution.length().multipliedBy(BLOCK);
        Instant block = blockOf(resolution, from);
        for (; block.isBefore(until); block = block.plus(length)) {
            pulses.addAll(listBlock(partitionOf(resolution, block), from, until));
        }
        return pulses;
    }

    private List<Pulse> listBlock(String partition, Instant from, Instant until) {
        return table.queryRange("list pulses", partition, sortOf(from), sortOf(until)).stream()
                .map(item -> PulseCodec.decode(
                        DynamoTable.requireAttribute(item, ITEM).s()))
                .toList();
    }

    private static Instant blockOf(Resolution resolution, Instant time) {
        long millis = resolution.length().toMillis() * BLOCK;
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    private static String partitionOf(Resolution resolution, Instant block) {
        return PREFIX + resolution.length().toSeconds() + "#" + block.getEpochSecond();
    }

    private static String sortOf(Instant time) {
        return "%013d".formatted(time.toEpochMilli());
    }
}
