package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.bench.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the cost of a message with many tenants, a deep queue and a full store, and finds the naive peer's best concurrency. No
 * arguments.
 */
final class LongBench {
    private static final int[] TENANTS = {1, 100, 5_000};
    private static final int[] CONCURRENCIES = {10, 50, 100, 250};
    private static final int PEER_RATE = 200;
    private static final int[] DEPTHS = {10_000, 100_000, 1_000_000};
    private static final int[] ITEMS = {0, 1_000_000};
    private static final Duration DRAINING = Duration.ofSeconds(3);

    private final BenchFigures figures = new BenchFigures();
    private final Path folder;

    private LongBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        LongBench bench = new LongBench(Files.createTempDirectory("winnow-bench"));
        bench.measureDepths();
        bench.measureStores();
        bench.measureTenants();
        bench.measureConcurrencies();
        FileSystemUtils.deleteRecursively(bench.folder);
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void measureTenants() throws Exception {
        for (int tenants : TENANTS) {
            try (Server server = Server.startWinnow(folder.resolve("tenants-" + tenants), tenants)) {
                var _ = WarmUp.warmUp(server, 2_000, 1);
                new CostGrowth(figures).measureGrowth("tenants." + tenants, server, 10, 100, 1_000, 10_000);
            }
        }
    }

    private void measureConcurrencies() throws Exception {
        for (int concurrency : CONCURRENCIES) {
            try (Server peer = Server.startNaive(folder.resolve("naive-" + concurrency), concurrency)) {
                var _ = WarmUp.warmUp(peer, PEER_RATE, 1);
                Cost cost = Cost.measureCost(peer, Loads.planRound(peer, 2 * PEER_RATE, 1));
                figures.noteFigure(
                        "naive.concurrency." + concurrency + ".verdicts",
                        cost.result().verdictRate(),
                        "SMS/s");
                figures.noteFigure("naive.concurrency." + concurrency + ".cpu", cost.micros(), "us/SMS");
            }
        }
    }

    /** Measures the cost of a message from a queue that was not read for long. */
    private void measureDepths() throws Exception {
        for (int depth : DEPTHS) {
            try (Server server = Server.startWinnowWithDeepQueue(folder.resolve("depth-" + depth))) {
                var _ = WarmUp.warmUp(server, 2_000, 1);
                server.readMeters("hold");
                server.readMeters(String.valueOf(depth));
                Meters before = server.readMeters("go");
                Duration cpu = server.readCpu();
                long start = System.nanoTime();
                Pause.pauseFor(DRAINING);
                double judged = server.readMeters("").writeUnits() - before.writeUnits();
                figures.noteFigure("depth." + depth + ".verdicts", judged * 1e9 / (System.nanoTime() - start), "SMS/s");
                figures.noteFigure(
                        "depth." + depth + ".cpu", server.readCpu().minus(cpu).toNanos() / 1000.0 / judged, "us/SMS");
            }
        }
    }

    private void measureStores() throws Exception {
        for (int items : ITEMS) {
            Path data = folder.resolve("items-" + items);
            // The first start makes the folder's secrets: a server refuses to make them beside a database.
            Server.startWinnow(data, Server.TENANTS).close();
            StoredItems.writeItems(data, items);
            try (Server server = Server.startWinnow(data, Server.TENANTS)) {
                var _ = WarmUp.warmUp(server, 2_000, 1);
                new CostGrowth(figures).measureGrowth("items." + items, server, 100, 1_000);
            }
        }
    }
}
