package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The whole pipeline under load. What a message costs is the processor time of the server's one process, which is API, queue server,
 * worker and store, over the messages that have a verdict; the generator is this process. Every verdict is read back. Writes the figures
 * into docs/capacity.md and exits 1 when one is short. Arguments: the folder of docs/, and that of the executable jar.
 */
final class PipelineBench {
    /** What is held ends a little after what is sent, so that a bar is held by a rate above it. */
    private static final int[] SINGLES = {4_000, 6_000, 7_000, 8_000, 10_000, 12_000, 17_000, 25_000};

    private static final int[] FAR_SINGLES = {6_000, 7_000, 8_000, 10_000};
    private static final int[] BATCHES = {10_000, 12_000, 14_000, 17_000, 20_000, 25_000, 40_000};
    private static final int[] PEERS = {600, 800, 1_000, 1_500};

    private final Figures figures = new Figures();
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
            bench.run(Path.of(arguments[1]));
        } finally {
            CapacityPage.write(bench.docs.resolve("capacity.md"), bench.figures.all());
        }
        FileSystemUtils.deleteRecursively(bench.folder);
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void run(Path target) throws Exception {
        Cost single;
        Cost batch;
        try (Server server = Server.winnow(folder.resolve("data"), Server.TENANTS)) {
            figures.section("Warm-up");
            WarmUp.run(server, 4_000, 1).forEach(step -> step.note(figures, "warm-up"));
            var _ = WarmUp.run(server, 8_000, 100);
            figures.section("Single submits");
            single = sweep.run("single", server, 1, SINGLES);
            judge("single", single, 90, 16_667);
            figures.section("Batches of a hundred");
            batch = sweep.run("batch", server, 100, BATCHES);
            judge("batch", batch, 35, 16_667);
            figures.section("Memory");
            new Memory(figures).underLoad(server);
            figures.section("One message at a time");
            new Idle(figures).run("idle", server);
            figures.section("Cost and load");
            new CostGrowth(figures).run("load", server, 10, 100, 1_000, 10_000);
            figures.section("Services as far away as in a region of AWS");
            farAway(server);
            figures.section("Memory");
            new Memory(figures).waiting(server);
            figures.section("Overload");
            if (Overload.isPossible()) {
                new Overload(figures, folder).run(server);
            } else {
                System.out.println("Overload is not measured: it takes two cores and Linux's taskset.");
            }
        }
        figures.section("The naive peer");
        compare(single, batch);
        figures.section("Start");
        new StartUp(figures, folder).run(target);
    }

    private void judge(String name, Cost cost, double mostMicros, double rate) {
        figures.atMost(name + ".cpu-us-per-sms", cost.micros(), mostMicros);
        figures.atLeast(name + ".sms-per-second", cost.holds() ? cost.result().verdictRate() : 0, rate);
        figures.atMost(name + ".lost", (double) cost.result().lost(), 0);
    }

    /** Ours at the highest rates that it holds, the peer at its cheapest. Void while what the peer's queue does alone is short. */
    private void compare(Cost single, Cost batch) throws Exception {
        try (Server peer = Server.naive(folder.resolve("naive"), NaivePeer.CONCURRENCY)) {
            double _ = peer.queuePart();
            var _ = WarmUp.run(peer, 200, 1);
            Cost naive = sweep.cheapest("naive", peer, 1, PEERS);
            figures.atLeast("naive.queue-part", peer.queuePart(), 2_500);
            figures.atLeast("single.over-naive", naive.micros() / single.micros(), 10);
            figures.atLeast("batch.over-naive", naive.micros() / batch.micros(), 30);
        }
    }

    private void farAway(Server server) throws Exception {
        Meters _ = server.meters("aws");
        new Idle(figures).run("far.idle", server);
        Cost far = sweep.run("far.single", server, 1, FAR_SINGLES);
        new CostGrowth(figures).run("far.load", server, 10, 100, 1_000);
        new Phones(figures).run("far", server, (int) Math.max(1, far.result().verdictRate() / 2));
        Meters _ = server.meters("near");
    }
}
