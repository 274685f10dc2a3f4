package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the whole pipeline under load. The cost of a message is the processor time of the server's one process (API, queue, worker and
 * store) over the number of messages with a verdict; the generator is this process. Every verdict is read back. Writes the figures into
 * docs/capacity.md and exits 1 when one is short. Arguments: the folder of docs/, and that of the executable jar.
 */
final class PipelineBench {
    /** Rates in messages a second. The last verdict comes a little after the last submit, so that a bar needs a rate above it. */
    private static final int[] SINGLES = {4_000, 6_000, 7_000, 8_000, 10_000, 12_000, 17_000, 25_000};

    private static final int[] FAR_SINGLES = {6_000, 7_000, 8_000, 10_000};
    private static final int[] BATCHES = {10_000, 12_000, 14_000, 17_000, 20_000, 25_000, 40_000};
    private static final int[] PEERS = {600, 800, 1_000, 1_500};

    private final BenchFigures figures = new BenchFigures();
    private final Path folder;
    private final Path docs;
    private final Sweep sweep;

    private PipelineBench(Path folder, Path docs) {
        this.folder = folder;
        this.docs = docs;
        this.sweep = new Sweep(figures, docs);
    }

    public static void main(String... arguments) throws Exception {
        PipelineBench bench = new PipelineBench(Files.createTempDirectory("winnow-bench"), Path.of(arguments[0]));
        try {
            bench.runAll(Path.of(arguments[1]));
        } finally {
            CapacityPage.writeFigures(bench.docs.resolve("capacity.md"), bench.figures.all());
        }
        FileSystemUtils.deleteRecursively(bench.folder);
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void runAll(Path target) throws Exception {
        Cost single;
        Cost batch;
        try (Server server = Server.startWinnow(folder.resolve("data"), Server.TENANTS)) {
            figures.beginSection("Warm-up");
            WarmUp.warmUp(server, 4_000, 1).forEach(step -> step.noteStep(figures, "warm-up"));
            var _ = WarmUp.warmUp(server, 8_000, 100);
            figures.beginSection("Single submits");
            single = sweep.findHighest("single", server, 1, SINGLES);
            judgeCost("single", single, 90, 16_667);
            figures.beginSection("Batches of a hundred");
            batch = sweep.findHighest("batch", server, 100, BATCHES);
            judgeCost("batch", batch, 35, 16_667);
            figures.beginSection("Memory");
            new Memory(figures).measureUnderLoad(server);
            figures.beginSection("One message at a time");
            new Idle(figures).measureIdle("idle", server);
            figures.beginSection("Cost and load");
            new CostGrowth(figures).measureGrowth("load", server, 10, 100, 1_000, 10_000);
            figures.beginSection("Services as far away as in a region of AWS");
            measureFarAway(server);
            figures.beginSection("Memory");
            new Memory(figures).measureWaiting(server);
            figures.beginSection("Overload");
            if (Overload.isPossible()) {
                new Overload(figures, folder).measureOverload(server);
            } else {
                System.out.println("Overload is not measured: it takes two cores and Linux's taskset.");
            }
        }
        figures.beginSection("The naive peer");
        comparePeers(single, batch);
        figures.beginSection("Start");
        new StartUp(figures, folder).measureStartUp(target);
    }

    private void judgeCost(String name, Cost cost, double mostMicros, double rate) {
        figures.atMost(name + ".cpu-us-per-sms", cost.micros(), mostMicros);
        figures.atLeast(name + ".sms-per-second", cost.isHeld() ? cost.result().verdictRate() : 0, rate);
        figures.atMost(name + ".lost", (double) cost.result().lostCount(), 0);
    }

    /**
     * Compares Winnow at the highest rates that it holds with the peer at its cheapest rate. Void when the peer's queue alone is too slow.
     */
    private void comparePeers(Cost single, Cost batch) throws Exception {
        try (Server peer = Server.startNaive(folder.resolve("naive"), NaivePeer.CONCURRENCY)) {
            double _ = peer.queuePart();
            var _ = WarmUp.warmUp(peer, 200, 1);
            Cost naive = sweep.findCheapest("naive", peer, 1, PEERS);
            figures.atLeast("naive.queue-part", peer.queuePart(), 2_500);
            figures.atLeast("single.over-naive", naive.micros() / single.micros(), 10);
            figures.atLeast("batch.over-naive", naive.micros() / batch.micros(), 30);
        }
    }

    private void measureFarAway(Server server) throws Exception {
        Meters _ = server.readMeters("aws");
        new Idle(figures).measureIdle("far.idle", server);
        Cost far = sweep.findHighest("far.single", server, 1, FAR_SINGLES);
        new CostGrowth(figures).measureGrowth("far.load", server, 10, 100, 1_000);
        new Phones(figures)
                .measurePhones("far", server, (int) Math.max(1, far.result().verdictRate() / 2));
        Meters _ = server.readMeters("near");
    }
}
