package dev.winnow.local.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code docs/prometheus/alerts.yml}: an alert's text is the section of its name in the runbook. */
final class AlertRules {
    private static final Path RUNBOOK = Path.of("../docs/runbook.md");

    /** The expression of an alert, and the minutes that it must hold. */
    record Alert(String expression, int minutes) {}

    /** Alerts of what Winnow's own metrics show; the others of the runbook are about AWS. */
    static final Map<String, Alert> ALERTS = new LinkedHashMap<>();

    static {
        ALERTS.put(
                "scan-age",
                new Alert(
                        "histogram_quantile(0.95, sum by (le)"
                                + " (rate(winnow_queue_age_first_receive_seconds_bucket[5m]))) > 30",
                        3));
        ALERTS.put("callbacks-late", new Alert("max(winnow_callbacks_sweep_age_seconds) > 300", 5));
        ALERTS.put(
                "callbacks-failing",
                new Alert(
                        "100 * sum(rate(winnow_callbacks_calls_total{outcome=\"failed\"}[5m]))"
                                + " / clamp_min(sum(rate(winnow_callbacks_calls_total[5m])), 0.1) > 90",
                        5));
        ALERTS.put("dead-letters", new Alert("sum(increase(winnow_worker_buried_envelopes_total[5m])) > 0", 0));
        ALERTS.put(
                "verdicts-failed", new Alert("sum(increase(winnow_verdicts_total{category=\"failed\"}[5m])) > 10", 0));
        ALERTS.put("rules-skipped", new Alert("sum(increase(winnow_worker_incomplete_messages_total[5m])) > 10", 0));
        ALERTS.put("rules-stale", new Alert("max(winnow_parameters_stale_seconds) > 600", 5));
        ALERTS.put("store-away", new Alert("max(winnow_store_away) > 0", 2));
        ALERTS.put(
                "api-errors",
                new Alert(
                        "100 * (sum(rate(winnow_requests_seconds_count{status=~\"5..\"}[5m])) or vector(0))"
                                + " / clamp_min(sum(rate(winnow_requests_seconds_count[5m])), 0.3) > 1",
                        5));
    }

    private AlertRules() {}

    static String write() throws IOException {
        Map<String, String> sections = readSections();
        StringBuilder page = new StringBuilder("""
                # Alerts for Prometheus. `make docs` writes this file; the texts are the runbook's sections.
                groups:
                  - name: winnow
                    rules:
                """);
        ALERTS.forEach((name, alert) -> {
            String section = sections.get(name);
            if (section == null) {
                throw new AssertionError("the runbook has no section " + name);
            }
            page.append("      - alert: ").append(name).append('\n');
            page.append("        expr: '").append(alert.expression()).append("'\n");
            page.append("        for: ").append(alert.minutes()).append("m\n");
            page.append("        annotations:\n          description: |-\n");
            section.lines()
                    .forEach(line -> page.append("            ").append(line).append('\n'));
        });
        return page.toString();
    }

    private static Map<String, String> readSections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String alarms = Files.readString(RUNBOOK).split("\n## Alarms", 2)[1].split("\n## Tasks", 2)[0];
        for (String section : alarms.split("\n### ", -1)) {
            String[] parts = section.split("\n", 2);
            if (parts.length == 2) {
                sections.put(parts[0].strip(), parts[1].strip());
            }
        }
        return sections;
    }
}
