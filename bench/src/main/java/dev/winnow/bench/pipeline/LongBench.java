package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a message costs with few and with many tenants, and which concurrency is the naive peer's best. No arguments. */
final class LongBench {
    private static final int[] TENANTS = {1, 100, 5_000};
    private static final int[] CONCURRENCIES = {10, 50, 100, 250, 500};
    private static final int PEER_RATE = 500;

    private final Figures figures = new Figures();
    private final Path folder;

    private LongBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        LongBench bench = new LongBench(Files.createTempDirectory("winnow-bench"));
        bench.concurrencies();
        bench.tenants();
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void tenants() throws Exception {
        for (int tenants : TENANTS) {
            try (Server server = Server.winnow(folder.resolve("tenants-" + tenants), tenants, "near")) {
                Loads.warmUp(server, 2_000, 1);
                new CostGrowth(figures).run("tenants." + tenants, server, 10, 100, 1_000, 10_000);
            }
        }
    }

    private void concurrencies() throws Exception {
        for (int concurrency : CONCURRENCIES) {
            try (Server peer = Server.naive(folder.resolve("naive-" + concurrency), concurrency)) {
                Loads.warmUp(peer, PEER_RATE, 1);
                Cost cost = Cost.of(peer, Loads.round(peer, 2 * PEER_RATE, 1));
                figures.note(
                        "naive.concurrency." + concurrency + ".verdicts",
                        cost.result().verdictRate(),
                        "SMS/s");
                figures.note("naive.concurrency." + concurrency + ".cpu", cost.micros(), "us/SMS");
            }
        }
    }
}
