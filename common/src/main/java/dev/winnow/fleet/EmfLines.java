package dev.winnow.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes metrics as log lines that CloudWatch turns into high-resolution metrics (Embedded Metric Format). This needs no agent and no API
 * call that could be throttled. One line every few seconds, with one dimension.
 */
public final class EmfLines implements AutoCloseable {
    /** Standard output, without the prefix of a logger, as CloudWatch needs the lines. */
    public static final Consumer<String> STANDARD_OUTPUT = System.out::println;

    private static final Logger log = LoggerFactory.getLogger(EmfLines.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAMESPACE = "Winnow";
    private static final int HIGH_RESOLUTION_SECONDS = 1;

    private final String service;
    private final Supplier<Map<String, Double>> metrics;
    private final Consumer<String> out;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("emf").factory());

    private EmfLines(String service, Supplier<Map<String, Double>> metrics, Consumer<String> out, Clock clock) {
        this.service = service;
        this.metrics = metrics;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Starts writing.
     *
     * @param service the value of the dimension {@code Service}
     * @param every the time between two lines; zero for none
     * @param metrics the names and values of at most 100 metrics, read once for each line
     * @param out takes the lines
     */
    public static EmfLines start(
            String service, Duration every, Supplier<Map<String, Double>> metrics, Consumer<String> out) {
        EmfLines lines = new EmfLines(service, metrics, out, Clock.systemUTC());
        if (!every.isZero()) {
            Future<?> _ = lines.timer.scheduleAtFixedRate(
                    lines::writeLine, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
        return lines;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void writeLine() {
        try {
            out.accept(formatLine(metrics.get()));
        } catch (RuntimeException e) {
            log.warn("Could not write a line of metrics; the next line follows: {}", e.toString());
        }
    }

    private String formatLine(Map<String, Double> values) {
        Map<String, Object> directive = Map.of(
                "Namespace",
                NAMESPACE,
                "Dimensions",
                new String[][] {{"Service"}},
                "Metrics",
                values.keySet().stream()
                        .map(name -> Map.of("Name", name, "StorageResolution", HIGH_RESOLUTION_SECONDS))
                        .toList());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", new Object[] {directive}));
        line.put("Service", service);
        line.putAll(values);
        return JSON.writeValueAsString(line);
    }
}
