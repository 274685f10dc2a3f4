package dev.winnow.lab.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as a table for people and as JSON for programs. */
public final class LoadReport {
    private static final double[] PERCENTILES = {50, 95, 99, 99.9};
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LoadReport() {}

    /** Formats one result as a block of lines. */
    public static String formatTable(LoadResult result) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                """
                accepted           %,11.0f SMS/s of %,d
                verdicts           %,11.0f SMS/s  %s
                refused            %,11d requests  %s %s
                lost               %,11d of %,d
                latency (ms)               p50        p95        p99      p99.9
                """,
                result.acceptedRate(),
                result.plan().rate(),
                result.verdictRate(),
                new TreeMap<>(result.verdicts()),
                result.refusalCount(),
                new TreeMap<>(result.refused()),
                result.failure(),
                result.lostCount(),
                result.accepted()));
        appendLatency(table, "accept", result.accept());
        if (result.refuse().getTotalCount() > 0) {
            appendLatency(table, "refuse", result.refuse());
        }
        appendLatency(table, "accept to verdict", result.acceptToVerdict());
        appendLatency(table, "as clients waited", result.followed());
        return table.toString();
    }

    /** Formats all results as one JSON array. */
    public static String formatJson(List<LoadResult> results) {
        return JSON.writeValueAsString(
                        results.stream().map(LoadReport::toDocument).toList()) + "\n";
    }

    private static void appendLatency(StringBuilder table, String name, Histogram micros) {
        table.append(String.format(Locale.ROOT, "  %-18s", name));
        for (double percentile : PERCENTILES) {
            table.append(String.format(Locale.ROOT, " %10.1f", micros.getValueAtPercentile(percentile) / 1000.0));
        }
        table.append('\n');
    }

    private static Map<String, Object> toDocument(LoadResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ratePerSecond", result.plan().rate());
        document.put("batch", result.plan().batch());
        document.put("tenants", result.plan().keys().size());
        document.put("connections", result.plan().connections());
        document.put("acceptedPerSecond", Math.round(result.acceptedRate()));
        document.put("verdictsPerSecond", Math.round(result.verdictRate()));
        document.put("accepted", result.accepted());
        document.put("refused", new TreeMap<>(result.refused()));
        document.put("verdicts", new TreeMap<>(result.verdicts()));
        document.put("lost", result.lostCount());
        document.put("acceptMillis", toPercentiles(result.accept()));
        document.put("refuseMillis", toPercentiles(result.refuse()));
        document.put("acceptToVerdictMillis", toPercentiles(result.acceptToVerdict()));
        document.put("followedMillis", toPercentiles(result.followed()));
        return document;
    }

    private static Map<String, Double> toPercentiles(Histogram micros) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (double percentile : PERCENTILES) {
            values.put(
                    "p" + String.format(Locale.ROOT, percentile % 1 == 0 ? "%.0f" : "%.1f", percentile),
                    micros.getValueAtPercentile(percentile) / 1000.0);
        }
        return values;
    }
}
