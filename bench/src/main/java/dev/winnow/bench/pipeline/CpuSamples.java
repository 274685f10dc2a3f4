package dev.winnow.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** The processor-time samples of a recording, each counted for the frame nearest to its leaf that belongs to a known area. */
final class CpuSamples {
    private static final Map<String, String> AREAS = areaShares(
            "dev.winnow.yara", "scan",
            "dev.winnow.worker", "worker",
            "dev.winnow.ingest", "ingest",
            "dev.winnow.sqlite", "store",
            "dev.winnow", "common",
            "org.sqlite", "store",
            "org.elasticmq", "queue-server",
            "org.apache.pekko", "queue-server",
            "software.amazon", "queue-client",
            "io.netty", "queue-client",
            "org.apache", "http-server",
            "tools.jackson", "json");

    private final Map<String, Long> byArea = new HashMap<>();
    private final Map<String, Long> byOwner = new HashMap<>();
    private long count;

    private CpuSamples() {}

    /** A method and its share of all samples, 0 to 1. */
    record Owner(String method, double share) {}

    static CpuSamples readRecording(Path recording) throws IOException {
        CpuSamples samples = new CpuSamples();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
                    samples.addSample(event);
                }
            }
        }
        return samples;
    }

    private static Map<String, String> areaShares(String... pairs) {
        Map<String, String> areas = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            areas.put(pairs[i], pairs[i + 1]);
        }
        return areas;
    }

    private void addSample(RecordedEvent event) {
        count++;
        String area = "other";
        String owner = "(no frame of ours)";
        if (event.getStackTrace() != null) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                String type = frame.getMethod().getType().getName();
                @Nullable String known = areaOf(type);
                if (known != null) {
                    area = known;
                    owner = type + "." + frame.getMethod().getName();
                    break;
                }
            }
        }
        byArea.merge(area, 1L, Long::sum);
        byOwner.merge(owner, 1L, Long::sum);
    }

    private static @Nullable String areaOf(String type) {
        return AREAS.entrySet().stream()
                .filter(area -> type.startsWith(area.getKey() + "."))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    long sampleCount() {
        return count;
    }

    /** The areas' shares of all samples, 0 to 1, the largest first. */
    Map<String, Double> areaShares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        sortCounts(byArea).forEach(each -> shares.put(each.method(), each.share()));
        return shares;
    }

    /** All methods with their shares, the largest first. */
    List<Owner> listOwners() {
        return sortCounts(byOwner);
    }

    private List<Owner> sortCounts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(each -> new Owner(each.getKey(), (double) each.getValue() / count))
                .toList();
    }
}
