package dev.winnow.local.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code docs/metrics.md} from a scrape: a row for each of Winnow's metrics. */
final class MetricsPage {
    private static final Pattern HELP = Pattern.compile("# HELP (winnow_\\w+)(?: (.*))?");
    private static final Pattern TYPE = Pattern.compile("# TYPE (winnow_\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(winnow_\\w+?)(?:_bucket|_count|_sum)?(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private static final String HEAD = """
            # Metrics

            Every program shows its metrics to Prometheus. `winnow run` shows all of them on its private port, 8085 of the loopback address
            (`--private-port`):

                curl -s http://localhost:8085/actuator/prometheus

            In a fleet, the API has the same page on its private port; scan worker and callback sender have `/metrics` on the port that
            `WINNOW_METRICS_PORT` names. `make docs` writes this page from a running server; `docs/grafana/winnow.json` is a dashboard and
            `docs/prometheus/alerts.yml` has alerts with the runbook's texts. Beside these metrics there are those of the JVM, of Tomcat and of the process.

            | metric | type | labels | meaning |
            | --- | --- | --- | --- |
            """;

    /** Metrics of a fleet's tasks, which one machine does not have. */
    private static final Map<String, String> OF_A_FLEET = Map.of(
            "winnow_parameters_stale_seconds",
            "| gauge |  | Time since the pointers of published rules and tenants were read; on AWS only |");

    private MetricsPage() {}

    static String write(String scrape) {
        Map<String, String> meanings = new TreeMap<>();
        Map<String, String> types = new TreeMap<>();
        Map<String, TreeSet<String>> labels = new TreeMap<>();
        for (String line :
                scrape.lines().filter(each -> each.contains("winnow_")).toList()) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                meanings.put(help.group(1), help.group(2) == null ? "" : help.group(2));
            } else if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches() && sample.group(2) != null) {
                TreeSet<String> found = labels.computeIfAbsent(sample.group(1), _ -> new TreeSet<>());
                LABEL.matcher(sample.group(2)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        Map<String, String> rows = new TreeMap<>(OF_A_FLEET);
        types.forEach((name, type) -> {
            String meaning = meanings.getOrDefault(name, "");
            if (meaning.isBlank()) {
                throw new AssertionError(name + " has no HELP text: give it a description where it is registered");
            }
            if (!name.endsWith("_max")) {
                TreeSet<String> found = labels.getOrDefault(name, new TreeSet<>());
                found.remove("le");
                rows.put(name, "| %s | %s | %s |".formatted(type, String.join(", ", found), meaning));
            }
        });
        StringBuilder page = new StringBuilder(HEAD);
        rows.forEach((name, row) ->
                page.append("| `").append(name).append("` ").append(row).append('\n'));
        return page.toString();
    }
}
