package dev.winnow.pulse;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads pulses as JSON, which the stores keep. Stateless; any thread. */
public final class PulseCodec {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PulseCodec() {}

    private record Item(
            String program,
            String instance,
            long start,
            Map<String, Long> counts,
            Map<String, Long> levels,
            Map<String, String> facts,
            String delays) {}

    public static String encode(Pulse pulse) {
        return JSON.writeValueAsString(new Item(
                pulse.program(),
                pulse.instance(),
                pulse.start().toEpochMilli(),
                pulse.counts(),
                pulse.levels(),
                pulse.facts(),
                Base64.getEncoder().encodeToString(pulse.delays().toBytes())));
    }

    public static Pulse decode(String text) {
        Item item = JSON.readValue(text, Item.class);
        return new Pulse(
                item.program(),
                item.instance(),
                Instant.ofEpochMilli(item.start()),
                item.counts(),
                item.levels(),
                item.facts(),
                Delays.ofBytes(Base64.getDecoder().decode(item.delays())));
    }
}
