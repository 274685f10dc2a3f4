package dev.winnow.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmfLinesTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void writesWhatCloudWatchReadsAsHighResolutionMetrics() throws Exception {
        JsonNode line;
        try (EmfLines _ = EmfLines.start("ingest-api", OFTEN, () -> Map.of("ScanBacklog", 12.5), lines::add)) {
            line = JsonMapper.shared().readTree(next());
        }

        assertThat(line.path("Service").asString()).isEqualTo("ingest-api");
        assertThat(line.path("ScanBacklog").asDouble()).isEqualTo(12.5);
        JsonNode aws = line.path("_aws");
        assertThat(aws.path("Timestamp").asLong()).isPositive();
        JsonNode directive = aws.path("CloudWatchMetrics").path(0);
        assertThat(directive.path("Namespace").asString()).isEqualTo("Winnow");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Service\"]]");
        assertThat(directive.path("Metrics").path(0).path("Name").asString()).isEqualTo("ScanBacklog");
        assertThat(directive.path("Metrics").path(0).path("StorageResolution").asInt())
                .isEqualTo(1);
    }

    @Test
    void goesOnAfterMetricsThatCannotBeRead() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (EmfLines _ = EmfLines.start("scan-worker", OFTEN, () -> failsOnce(asked), lines::add)) {
            assertThat(next()).contains("InFlightEnvelopes");
        }
        assertThat(asked).hasValueGreaterThan(1);
    }

    private static Map<String, Double> failsOnce(AtomicInteger asked) {
        if (asked.incrementAndGet() == 1) {
            throw new IllegalStateException("not now");
        }
        return Map.of("InFlightEnvelopes", 1.0);
    }

    private String next() throws InterruptedException {
        @Nullable String line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        return String.valueOf(line);
    }
}
