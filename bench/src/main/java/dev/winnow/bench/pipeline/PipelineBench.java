package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import dev.winnow.local.load.LatencyCurve;
import dev.winnow.local.load.LoadPlan;
import dev.winnow.local.load.LoadResult;
import dev.winnow.local.load.LoadRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole pipeline under load. What a message costs is the processor time of the server's one process, which is API, queue server,
 * worker and store, over the messages that have a verdict; the generator is this process. Every verdict is read back. Exits 1 when a
 * figure is short. Arguments: the folder of docs/.
 */
final class PipelineBench {
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double GOAL_MILLIS = 250;
    private static final int CONNECTIONS = 64;
    private static final int JUNK_PERCENT = 10;
    private static final int[] SINGLES = {1_000, 2_000, 4_000, 6_000, 8_000, 12_000, 16_667, 25_000};
    private static final int[] BATCHES = {4_000, 8_000, 16_667, 25_000, 40_000};
    private static final int[] PEERS = {500, 1_000, 2_000, 3_000, 4_000};

    /** A load and what it cost the server, in microseconds of processor time a message with a verdict. */
    private record Cost(LoadResult result, double micros) {
        boolean holds() {
            return result.lost() == 0
                    && result.refusals() == 0
                    && result.acceptToVerdict().getValueAtPercentile(99) <= GOAL_MILLIS * 1000;
        }
    }

    private final Figures figures = new Figures();
    private final Path folder;
    private final Path docs;

    private PipelineBench(Path folder, Path docs) {
        this.folder = folder;
        this.docs = docs;
    }

    public static void main(String... arguments) throws Exception {
        PipelineBench bench = new PipelineBench(Files.createTempDirectory("winnow-bench"), Path.of(arguments[0]));
        bench.run();
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void run() throws Exception {
        Cost single;
        Cost batch;
        try (Server server = Server.winnow(folder.resolve("winnow"), 10)) {
            load(server, plan(server, 2_000, WARM_UP, 1));
            load(server, plan(server, 4_000, WARM_UP, 100));
            idle(server);
            single = sweep("single", server, 1, SINGLES);
            batch = sweep("batch", server, 100, BATCHES);
            figures.note("memory.peak", (double) server.peakMebibytes(), "MiB");
        }
        figures.atMost("single.cpu-us-per-sms", single.micros(), 90);
        figures.atMost("batch.cpu-us-per-sms", batch.micros(), 35);
        figures.atLeast("single.sms-per-second", single.result().verdictRate(), 16_667);
        figures.atMost("lost", (double) (single.result().lost() + batch.result().lost()), 0);
        try (Server peer = Server.naive(folder.resolve("naive"))) {
            load(peer, plan(peer, 500, WARM_UP, 1));
            Cost naive = sweep("naive", peer, 1, PEERS);
            figures.atLeast("naive.sms-per-second", naive.result().verdictRate(), 2_500);
            figures.atLeast("single.over-naive", naive.micros() / single.micros(), 10);
            figures.atLeast("batch.over-naive", naive.micros() / batch.micros(), 30);
        }
    }

    /** One message at a time. */
    private void idle(Server server) throws IOException {
        LoadPlan slow = new LoadPlan(
                server.endpoint(), server.keys(), 20, Duration.ofSeconds(10), 1, 1, false, JUNK_PERCENT, 100);
        Cost cost = load(server, slow);
        figures.note("idle.accept.p50", cost.result().accept().getValueAtPercentile(50) / 1000.0, "ms");
        figures.note(
                "idle.accept-to-verdict.p50", cost.result().acceptToVerdict().getValueAtPercentile(50) / 1000.0, "ms");
        figures.note(
                "idle.accept-to-verdict.p99", cost.result().acceptToVerdict().getValueAtPercentile(99) / 1000.0, "ms");
        figures.note("idle.waited.p50", cost.result().followed().getValueAtPercentile(50) / 1000.0, "ms");
    }

    /** The cheapest message at a rate that holds the goal, and a picture of all rates up to the first that does not. */
    private Cost sweep(String name, Server server, int batch, int[] rates) throws IOException {
        List<Cost> costs = new ArrayList<>();
        for (int rate : rates) {
            Cost cost = load(server, plan(server, rate, ROUND, batch));
            costs.add(cost);
            String prefix = name + "." + rate;
            figures.note(prefix + ".verdicts", cost.result().verdictRate(), "SMS/s");
            figures.note(prefix + ".cpu", cost.micros(), "us/SMS");
            figures.note(prefix + ".accept.p99", cost.result().accept().getValueAtPercentile(99) / 1000.0, "ms");
            figures.note(
                    prefix + ".accept-to-verdict.p99",
                    cost.result().acceptToVerdict().getValueAtPercentile(99) / 1000.0,
                    "ms");
            figures.note(prefix + ".refused", (double) cost.result().refusals(), "requests");
            figures.note(prefix + ".lost", (double) cost.result().lost(), "SMS");
            if (!cost.holds()) {
                break;
            }
        }
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(
                docs.resolve("images/latency-" + name + ".svg"),
                LatencyCurve.draw(costs.stream().map(Cost::result).toList()));
        return costs.stream().filter(Cost::holds).reduce((_, last) -> last).orElse(costs.getFirst());
    }

    private static LoadPlan plan(Server server, int rate, Duration duration, int batch) {
        return new LoadPlan(
                server.endpoint(), server.keys(), rate, duration, batch, CONNECTIONS, false, JUNK_PERCENT, 1);
    }

    private static Cost load(Server server, LoadPlan plan) {
        Duration before = server.cpu();
        LoadResult result = LoadRun.execute(plan, _ -> {}, PATIENCE);
        long judged = Math.max(1, result.accepted() - result.lost());
        return new Cost(result, server.cpu().minus(before).toNanos() / 1000.0 / judged);
    }
}
