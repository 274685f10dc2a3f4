package dev.winnow.bench.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Requests per second of the server's processor time, and p99, of {@code POST /v1/messages} with a queue that confirms at once, of a bare
 * servlet that parses the same JSON, and of the same route in the two styles of Spring MVC. Medians of interleaved rounds after a long
 * warm-up; exits 1 when the hot route is too far from the servlet. About five minutes.
 */
final class IngestBench {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;
    private static final double BAR = 0.8;

    private record Case(String name, Server server, String path) {}

    private IngestBench() {}

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        boolean ok = true;
        try (Server api = Server.start("api");
                Server servlet = Server.start("servlet")) {
            List<Case> cases = List.of(
                    new Case("submit", api, "/v1/messages"),
                    new Case("servlet", servlet, "/v1/messages"),
                    new Case("annotated", api, "/v1/annotated"),
                    new Case("functional", api, "/v1/functional"));
            for (Case each : cases) {
                Load.run(each.server(), each.path(), 64, WARM_UP);
            }
            for (int connections : new int[] {64, 256}) {
                ok &= measure(cases, connections);
            }
        }
        System.exit(ok ? 0 : 1);
    }

    private static boolean measure(List<Case> cases, int connections) throws Exception {
        Map<String, List<Load.Outcome>> outcomes = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Case each : cases) {
                outcomes.computeIfAbsent(each.name(), _ -> new ArrayList<>())
                        .add(Load.run(each.server(), each.path(), connections, ROUND));
            }
        }
        outcomes.forEach((name, all) -> {
            System.out.printf(Locale.ROOT, "note %s-per-cpu-second-%d %.0f%n", name, connections, rate(all));
            System.out.printf(Locale.ROOT, "note %s-p99-us-%d %d%n", name, connections, p99(all));
        });
        double servlet = rate(outcomes.getOrDefault("servlet", List.of()));
        double ratio = rate(outcomes.getOrDefault("submit", List.of())) / servlet;
        for (String style : List.of("annotated", "functional")) {
            double other = rate(outcomes.getOrDefault(style, List.of())) / servlet;
            System.out.printf(Locale.ROOT, "note %s-over-servlet-%d %.3f%n", style, connections, other);
        }
        System.out.printf(
                Locale.ROOT,
                "result submit-over-servlet-%d %.3f bar >= %.2f %s%n",
                connections,
                ratio,
                BAR,
                ratio >= BAR ? "ok" : "short");
        return ratio >= BAR;
    }

    private static double rate(List<Load.Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(Load.Outcome::requestsPerCpuSecond)
                .sorted()
                .skip(outcomes.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long p99(List<Load.Outcome> outcomes) {
        return outcomes.stream()
                .mapToLong(Load.Outcome::p99Micros)
                .sorted()
                .skip(outcomes.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
