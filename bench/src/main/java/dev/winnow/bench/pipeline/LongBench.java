package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import dev.winnow.bench.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** What a message costs with many tenants, a deep queue and a full store, and which concurrency is the naive peer's best. No arguments. */
final class LongBench {
    private static final int[] TENANTS = {1, 100, 5_000};
    private static final int[] CONCURRENCIES = {10, 50, 100, 250};
    private static final int PEER_RATE = 200;
    private static final int[] DEPTHS = {10_000, 100_000, 1_000_000};
    private static final int[] ITEMS = {0, 1_000_000};
    private static final Duration DRAINING = Duration.ofSeconds(3);

    private final Figures figures = new Figures();
    private final Path folder;

    private LongBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        LongBench bench = new LongBench(Files.createTempDirectory("winnow-bench"));
        bench.depths();
        bench.stores();
        bench.tenants();
        bench.concurrencies();
        FileSystemUtils.deleteRecursively(bench.folder);
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void tenants() throws Exception {
        for (int tenants : TENANTS) {
            try (Server server = Server.winnow(folder.resolve("tenants-" + tenants), tenants)) {
                var _ = WarmUp.run(server, 2_000, 1);
                new CostGrowth(figures).run("tenants." + tenants, server, 10, 100, 1_000, 10_000);
            }
        }
    }

    private void concurrencies() throws Exception {
        for (int concurrency : CONCURRENCIES) {
            try (Server peer = Server.naive(folder.resolve("naive-" + concurrency), concurrency)) {
                var _ = WarmUp.run(peer, PEER_RATE, 1);
                Cost cost = Cost.of(peer, Loads.round(peer, 2 * PEER_RATE, 1));
                figures.note(
                        "naive.concurrency." + concurrency + ".verdicts",
                        cost.result().verdictRate(),
                        "SMS/s");
                figures.note("naive.concurrency." + concurrency + ".cpu", cost.micros(), "us/SMS");
            }
        }
    }

    /** What a message costs off a queue that nobody has read from for long. */
    private void depths() throws Exception {
        for (int depth : DEPTHS) {
            try (Server server = Server.winnowWithDeepQueue(folder.resolve("depth-" + depth))) {
                var _ = WarmUp.run(server, 2_000, 1);
                server.meters("hold");
                server.meters(String.valueOf(depth));
                Meters before = server.meters("go");
                Duration cpu = server.cpu();
                long start = System.nanoTime();
                Pause.of(DRAINING);
                double judged = server.meters("").writeUnits() - before.writeUnits();
                figures.note("depth." + depth + ".verdicts", judged * 1e9 / (System.nanoTime() - start), "SMS/s");
                figures.note("depth." + depth + ".cpu", server.cpu().minus(cpu).toNanos() / 1000.0 / judged, "us/SMS");
            }
        }
    }

    private void stores() throws Exception {
        for (int items : ITEMS) {
            Path data = folder.resolve("items-" + items);
            // The first start makes the folder's secrets: a server refuses to make them beside a database.
            Server.winnow(data, Server.TENANTS).close();
            StoredItems.write(data, items);
            try (Server server = Server.winnow(data, Server.TENANTS)) {
                var _ = WarmUp.run(server, 2_000, 1);
                new CostGrowth(figures).run("items." + items, server, 100, 1_000);
            }
        }
    }
}
