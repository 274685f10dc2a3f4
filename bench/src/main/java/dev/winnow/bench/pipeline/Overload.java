package dev.winnow.bench.pipeline;

import static java.util.stream.Collectors.joining;

import dev.winnow.bench.BenchFigures;
import dev.winnow.bench.Jvm;
import dev.winnow.local.Winnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures a server under more load than it can take: the server on one core, {@code winnow load} on the other. Needs Linux's {@code
 * taskset}.
 */
final class Overload {
    private static final int SERVER_CORE = 0;
    private static final String LOAD_CORE = "1";
    private static final int CONNECTIONS = 3_000;
    private static final int ROUND_SECONDS = 8;

    /** A low rate, because the generator compiles itself on its one core after its start. */
    private static final int GENERATOR_WARM_UP_RATE = 1_000;

    private static final double MOST_REFUSAL_MILLIS = 50;
    private static final double MOST_VERDICT_MILLIS = 10_000;
    private static final int[] SEARCH = {4_000, 5_000, 6_000, 8_000};

    private final BenchFigures figures;
    private final Path folder;

    Overload(BenchFigures figures, Path folder) {
        this.figures = figures;
        this.folder = folder;
    }

    static boolean isPossible() {
        return Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    /** Measures a warm server, which stays on one core afterwards. */
    void measureOverload(Server server) throws IOException, InterruptedException {
        Path keys = Files.write(folder.resolve("overload-keys"), server.keys());
        server.pinToCore(SERVER_CORE);
        double peak = measurePeak(server, keys);
        figures.noteFigure("overload.peak", peak, "SMS/s");
        double atTwice = peak;
        for (double times : new double[] {1.5, 2, 4}) {
            JsonNode results = runLoad(server, keys, (int) (peak * times), (int) (peak / 2));
            JsonNode result = results.get(1);
            double accepted = result.path("acceptedPerSecond").asDouble();
            noteResult("overload." + times, result);
            if (times < 4) {
                figures.atLeast("overload." + times + ".accepted-of-peak", accepted / peak, times < 2 ? 0.8 : 0.6);
                atTwice = accepted;
            } else {
                figures.noteFigure("overload.4.0.accepted-of-2.0", accepted / atTwice, "ratio");
            }
            noteRecovery("overload." + times + ".after", results.get(2));
        }
    }

    /** Finds the highest accepted rate, up to the first rate that was too high twice: on one core the compilers take their time. */
    private double measurePeak(Server server, Path keys) throws IOException, InterruptedException {
        double peak = 0;
        for (int rate : SEARCH) {
            JsonNode results = runLoad(server, keys, rate, rate);
            double first = results.get(1).path("acceptedPerSecond").asDouble();
            double second = results.get(2).path("acceptedPerSecond").asDouble();
            peak = Math.max(peak, Math.max(first, second));
            if (!results.get(2).path("refused").isEmpty() || second < 0.95 * rate) {
                break;
            }
        }
        return peak;
    }

    private void noteResult(String name, JsonNode result) {
        figures.noteFigure(name + ".accepted", result.path("acceptedPerSecond").asDouble(), "SMS/s");
        figures.noteFigure(
                name + ".accept.p99", result.path("acceptMillis").path("p99").asDouble(), "ms");
        figures.atMost(
                name + ".refuse.p99", result.path("refuseMillis").path("p99").asDouble(), MOST_REFUSAL_MILLIS);
        figures.atMost(
                name + ".accept-to-verdict.p99",
                result.path("acceptToVerdictMillis").path("p99").asDouble(),
                MOST_VERDICT_MILLIS);
        figures.atMost(name + ".lost", result.path("lost").asDouble(), 0);
    }

    /** Notes the figures at half of the peak, right after the verdicts of the overload are read. */
    private void noteRecovery(String name, JsonNode result) {
        figures.atMost(
                name + ".accept.p99", result.path("acceptMillis").path("p99").asDouble(), 250);
        figures.atMost(name + ".refused", result.path("refused").size(), 0);
    }

    /** Runs one generator process for all rates; the first rate warms it up. */
    private JsonNode runLoad(Server server, Path keys, int... rates) throws IOException, InterruptedException {
        Path json = folder.resolve("overload.json");
        String all = GENERATOR_WARM_UP_RATE
                + Arrays.stream(rates).mapToObj(rate -> "," + rate).collect(joining());
        List<String> command = new ArrayList<>(List.of("taskset", "-c", LOAD_CORE));
        command.addAll(Jvm.commandFor(Winnow.class, "-Xmx1g"));
        command.addAll(List.of("load", "--url", server.endpoint().toString(), "--keys", keys.toString()));
        command.addAll(List.of("--rate", all, "--seconds", String.valueOf(ROUND_SECONDS)));
        command.addAll(List.of("--connections", String.valueOf(CONNECTIONS), "--json", json.toString()));
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("load.log").toFile())
                .start()
                .waitFor();
        return JsonMapper.shared().readTree(json.toFile());
    }
}
