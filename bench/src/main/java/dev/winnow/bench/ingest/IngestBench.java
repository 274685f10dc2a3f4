package dev.winnow.bench.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measures {@code POST /v1/messages} with a queue that confirms at once, against a bare servlet that parses the same JSON: requests per
 * second of the server's processor time, and p99. Figures are medians of interleaved rounds after a long warm-up. Exits 1 when the hot
 * route is too far from the servlet. About five minutes.
 */
final class IngestBench {
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    /** Two warm-ups, because the compilers finish the work of the first in the pause between them. */
    private static final int WARM_UPS = 2;

    /** A number of requests and not a time, because a busy machine does less in the same time and its compilers wait longer. */
    private static final long WARM_UP_REQUESTS = 400_000;

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 9;
    private static final double BAR = 0.8;
    private static final String PEER = "servlet";
    private static final String PATH = "/v1/messages";

    private record Case(String name, Server server) {}

    private IngestBench() {}

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        boolean ok = true;
        try (Server api = Server.start("api");
                Server servlet = Server.start("servlet")) {
            List<Case> cases = List.of(new Case("submit", api), new Case(PEER, servlet));
            for (int time = 0; time < WARM_UPS; time++) {
                for (Case each : cases) {
                    warmUp(each);
                }
            }
            for (int connections : new int[] {64, 256}) {
                ok &= measureCases(cases, connections);
            }
        }
        System.exit(ok ? 0 : 1);
    }

    private static void warmUp(Case each) throws Exception {
        long requests = 0;
        while (requests < WARM_UP_REQUESTS) {
            requests += Load.runLoad(each.server(), PATH, 64, WARM_UP).requests();
        }
    }

    private static boolean measureCases(List<Case> cases, int connections) throws Exception {
        Map<String, List<Load.Outcome>> outcomes = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Case each : cases) {
                outcomes.computeIfAbsent(each.name(), _ -> new ArrayList<>())
                        .add(Load.runLoad(each.server(), PATH, connections, ROUND));
            }
        }
        List<Load.Outcome> peer = outcomes.getOrDefault(PEER, List.of());
        outcomes.forEach((name, all) -> {
            noteFigure(name + "-per-cpu-second", connections, medianOf(all, Load.Outcome::requestsPerCpuSecond));
            noteFigure(name + "-p99-us", connections, medianOf(all, outcome -> (double) outcome.p99Micros()));
            noteFigure(name + "-over-servlet", connections, medianRatio(all, peer));
        });
        double ratio = medianRatio(outcomes.getOrDefault("submit", List.of()), peer);
        System.out.printf(
                Locale.ROOT,
                "result submit-over-servlet-%d %.3f bar >= %.2f %s%n",
                connections,
                ratio,
                BAR,
                ratio >= BAR ? "ok" : "short");
        return ratio >= BAR;
    }

    private static void noteFigure(String name, int connections, double value) {
        System.out.printf(
                Locale.ROOT, value < 10 ? "note %s-%d %.3f%n" : "note %s-%d %.0f%n", name, connections, value);
    }

    /** The median ratio of neighbouring rounds, which other load on the machine slows alike. */
    private static double medianRatio(List<Load.Outcome> outcomes, List<Load.Outcome> peer) {
        return medianOf(IntStream.range(0, ROUNDS)
                .mapToDouble(round -> outcomes.get(round).requestsPerCpuSecond()
                        / peer.get(round).requestsPerCpuSecond()));
    }

    private static double medianOf(List<Load.Outcome> outcomes, ToDoubleFunction<Load.Outcome> figure) {
        return medianOf(outcomes.stream().mapToDouble(figure));
    }

    private static double medianOf(DoubleStream figures) {
        return figures.sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
