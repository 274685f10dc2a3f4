package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import dev.winnow.bench.Jvm;
import dev.winnow.bench.Pause;
import dev.winnow.local.Winnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More than a server can do, the server on one core and {@code winnow load} on the other. Needs Linux's {@code taskset}. */
final class Overload {
    private static final int SERVER_CORE = 0;
    private static final String LOAD_CORE = "1";
    private static final int CONNECTIONS = 2_000;
    private static final int ROUND_SECONDS = 8;
    private static final int RECOVERY_SECONDS = 5;
    private static final double MOST_REFUSAL_MILLIS = 50;
    private static final double MOST_VERDICT_MILLIS = 10_000;
    private static final int[] SEARCH = {1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000};

    private final Figures figures;
    private final Path folder;

    Overload(Figures figures, Path folder) {
        this.figures = figures;
        this.folder = folder;
    }

    static boolean isPossible() {
        return Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    void run() throws IOException, InterruptedException {
        try (Server server = Server.winnowOnCore(SERVER_CORE, folder.resolve("overloaded"))) {
            Path keys = Files.write(folder.resolve("overload-keys"), server.keys());
            JsonNode _ = load(server, keys, 1_000, 25);
            double peak = peak(server, keys);
            figures.note("overload.peak", peak, "SMS/s");
            double atTwice = peak;
            for (double times : new double[] {1.5, 2, 4}) {
                JsonNode result = load(server, keys, (int) (peak * times), ROUND_SECONDS);
                double accepted = result.path("acceptedPerSecond").asDouble();
                note("overload." + times, result);
                if (times < 4) {
                    figures.atLeast("overload." + times + ".accepted-of-peak", accepted / peak, times < 2 ? 0.8 : 0.6);
                    atTwice = accepted;
                } else {
                    figures.note("overload.4.0.accepted-of-2.0", accepted / atTwice, "ratio");
                }
            }
            Pause.of(Duration.ofSeconds(RECOVERY_SECONDS));
            JsonNode after = load(server, keys, (int) (peak / 2), 4);
            figures.atMost(
                    "overload.after.accept.p99",
                    after.path("acceptMillis").path("p99").asDouble(),
                    250);
            figures.atMost("overload.after.refused", after.path("refused").size(), 0);
        }
    }

    private double peak(Server server, Path keys) throws IOException, InterruptedException {
        double peak = 0;
        for (int rate : SEARCH) {
            JsonNode result = load(server, keys, rate, ROUND_SECONDS);
            peak = Math.max(peak, result.path("acceptedPerSecond").asDouble());
            if (!result.path("refused").isEmpty()
                    || result.path("acceptMillis").path("p99").asDouble() > 1_000) {
                break;
            }
        }
        return peak;
    }

    private void note(String name, JsonNode result) {
        figures.note(name + ".accepted", result.path("acceptedPerSecond").asDouble(), "SMS/s");
        figures.note(
                name + ".accept.p99", result.path("acceptMillis").path("p99").asDouble(), "ms");
        figures.atMost(
                name + ".refuse.p99", result.path("refuseMillis").path("p99").asDouble(), MOST_REFUSAL_MILLIS);
        figures.atMost(
                name + ".accept-to-verdict.p99",
                result.path("acceptToVerdictMillis").path("p99").asDouble(),
                MOST_VERDICT_MILLIS);
        figures.atMost(name + ".lost", result.path("lost").asDouble(), 0);
    }

    private JsonNode load(Server server, Path keys, int rate, int seconds) throws IOException, InterruptedException {
        Path json = folder.resolve("overload.json");
        List<String> command = new ArrayList<>(List.of("taskset", "-c", LOAD_CORE));
        command.addAll(Jvm.running(Winnow.class, "-Xmx1g"));
        command.addAll(List.of("load", "--url", server.endpoint().toString(), "--keys", keys.toString()));
        command.addAll(List.of("--rate", String.valueOf(rate), "--seconds", String.valueOf(seconds)));
        command.addAll(List.of("--connections", String.valueOf(CONNECTIONS), "--json", json.toString()));
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("load.log").toFile())
                .start()
                .waitFor();
        return JsonMapper.shared().readTree(json.toFile()).get(0);
    }
}
