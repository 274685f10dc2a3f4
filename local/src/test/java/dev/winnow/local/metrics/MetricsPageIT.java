package dev.winnow.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the pages about metrics to a running server, and lets Prometheus (Debian's package {@code prometheus}) read alerts, dashboard and metrics
 * where it is installed.
 */
class MetricsPageIT {
    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Path ALERTS = Path.of("../docs/prometheus/alerts.yml");
    private static final Path DASHBOARD = Path.of("../docs/grafana/winnow.json");

    /** Metrics that a new installation does not have yet; the test cannot wait for them. */
    private static final String OF_A_FLEET = "winnow_parameters_stale_seconds";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LoadedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = LoadedServer.start(data);
        server.sendMessages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void describesEveryMetricOfEveryProgram() throws Exception {
        String page = MetricsPage.write(server.scrape());
        if (Boolean.getBoolean("winnow.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page)
                .contains("winnow_requests_seconds", "winnow_verdicts_total", "winnow_verdict_time_seconds")
                .contains("winnow_callbacks_calls_total", "winnow_rules_live", "winnow_spool_waiting_bytes");
        assertThat(Files.readString(PAGE))
                .as("docs/metrics.md is stale: run make docs")
                .isEqualTo(page);
    }

    @Test
    void writesAlertsFromTheRunbook() throws IOException {
        String page = AlertRules.write();
        if (Boolean.getBoolean("winnow.docs.write")) {
            Files.writeString(ALERTS, page);
        }

        assertThat(Files.readString(ALERTS))
                .as("docs/prometheus/alerts.yml is stale: run make docs")
                .isEqualTo(page);
    }

    @Test
    void findsAValueForEveryExpression() throws Exception {
        assumeTrue(isInstalled("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");
        assertThat(run("promtool", "check", "rules", ALERTS.toString())).contains("SUCCESS");

        int port = LoadedServer.findFreePort();
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ '%s' ]
                scrape_configs:
                  - job_name: winnow
                    metrics_path: /actuator/prometheus
                    static_configs: [ { targets: [ '127.0.0.1:%d' ] } ]
                """.formatted(
                        ALERTS.toAbsolutePath().normalize(), server.privatePort()));
        Process prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<String> missing = new ArrayList<>(expressions());
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        server.sendMessages();
                        missing.removeIf(expression -> hasValue(http, port, expression));
                        assertThat(missing).isEmpty();
                    });
        } finally {
            prometheus.destroy();
            assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** All expressions of dashboard and alerts; those of alerts without their limits. */
    private static List<String> expressions() throws IOException {
        List<String> all = new ArrayList<>();
        for (JsonNode panel :
                new JsonMapper().readTree(Files.readString(DASHBOARD)).path("panels")) {
            panel.path("targets")
                    .forEach(target -> all.add(target.path("expr").asString("").replace("$__rate_interval", "1m")));
        }
        AlertRules.ALERTS.values().stream()
                .map(alert -> alert.expression().replaceFirst(" > \\d+$", ""))
                .filter(expression -> !expression.contains(OF_A_FLEET))
                .forEach(all::add);
        assertThat(all).hasSizeGreaterThan(20).noneMatch(String::isBlank);
        return all;
    }

    private static boolean hasValue(HttpClient http, int port, String expression) {
        URI query = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        try {
            String body = http.send(HttpRequest.newBuilder(query).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            JsonNode answer = new JsonMapper().readTree(body);
            assertThat(answer.path("error").asString("")).as(expression).isEmpty();
            return !answer.path("data").path("result").isEmpty();
        } catch (IOException e) {
            return false; // Prometheus does not serve yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
