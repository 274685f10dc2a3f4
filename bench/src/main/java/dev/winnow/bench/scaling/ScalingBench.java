package dev.winnow.bench.scaling;

import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.bench.BenchFigures;
import dev.winnow.lab.command.GeneratedPart;
import dev.winnow.lab.simulate.FleetSettings;
import dev.winnow.lab.simulate.PolicyComparison;
import dev.winnow.lab.simulate.Simulation;
import dev.winnow.lab.simulate.SimulationResult;
import dev.winnow.lab.simulate.Trace;
import dev.winnow.local.server.LocalQueue;
import dev.winnow.sqlite.SqliteDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Checks the simulator against real processes. The policy starts and stops worker processes over a surge; then the same surge is simulated
 * with the start time and the rate that the processes had. Exits 1 when the two differ by more than the bars. About six minutes. Arguments:
 * the folder of docs/.
 */
final class ScalingBench {
    private static final int MIN = 2;
    private static final int MAX = 6;
    private static final double SECONDS = 1_500;

    /** The seconds of arrivals that share an envelope. */
    private static final double PACK_SECONDS = 0.2;

    private static final double STEADY = 0.6;
    private static final double SURGE = 3;
    private static final double SURGE_FROM = 240;
    private static final double SURGE_TO = 480;

    /** The simulator's mean start over the set one: it adds up to a fifth, evenly. */
    private static final double MEAN_START = 1.1;

    private static final long SEED = 1;

    private final BenchFigures figures = new BenchFigures();
    private final Path docs;

    private ScalingBench(Path docs) {
        this.docs = docs;
    }

    public static void main(String... arguments) throws Exception {
        ScalingBench bench = new ScalingBench(Path.of(arguments[0]));
        bench.runAll(Files.createTempDirectory("winnow-scaling"));
        System.exit(bench.figures.anyShort() ? 1 : 0);
    }

    private void runAll(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("winnow.db");
        SqsSettings queues = SlowWorker.QUEUES;
        try (SqliteDatabase database = SqliteDatabase.openFile(file, Clock.systemUTC());
                LocalQueue server = LocalQueue.start(folder.resolve("queue"), 0);
                SqsAsyncClient client = SqsQueues.openEmulator(server.endpoint());
                RealFleet fleet = new RealFleet(server.endpoint(), file)) {
            Feed before = new Feed(SqsQueues.openEnvelopes(client, queues));
            FleetSettings expected = fleetSettings(FastClock.toClockRate(Capacity.measureRate(before, fleet)), 0, 1);
            figures.noteFigure("scaling.worker.rate.before", expected.smsPerTaskSecond(), "SMS/s of the fast clock");
            Trace trace = Trace.ordinaryTrace("one surge", SECONDS, at -> expected.smsPerTaskSecond() * loadAt(at));
            fleet.openWorkers(MIN);
            Feed feed = new Feed(SqsQueues.openEnvelopes(client, queues));
            RealRun run = new RealRun(
                    expected,
                    PolicyComparison.ownPolicy(expected),
                    feed,
                    SqsQueues.openDepth(client, queues.scanQueue()),
                    fleet);
            run.followTrace(trace);
            fleet.killAll();
            Waits waits = Waits.readWaits(database.verdicts(), feed.sent(), run.clock());
            SimulationResult simulated = Simulation.runTrace(
                    measuredSettings(run.rate(), expected, fleet), trace, PolicyComparison.ownPolicy(expected), SEED);
            compareRun(new Comparison(run.toResult(waits), simulated));
            Feed last = new Feed(SqsQueues.openEnvelopes(client, queues));
            compareRun(FullSpeed.measureRate(last, server.endpoint(), file));
            long lost = Stream.of(before, feed, last)
                    .mapToLong(each -> Waits.readWaits(database.verdicts(), each.sent(), run.clock())
                            .lostCount())
                    .sum();
            figures.atMost("scaling.lost", (double) lost, 0);
        }
    }

    private void compareRun(Comparison comparison) throws IOException {
        comparison.printFigures(figures);
        comparison.writePage(docs);
    }

    private void compareRun(double fullSpeed) throws IOException {
        double assumed = FleetSettings.DEFAULT.smsPerThreadSecond();
        figures.atLeast("scaling.sms-per-vcpu-second", fullSpeed, assumed);
        GeneratedPart.writePart(
                docs.resolve("autoscaling.md"),
                "rate",
                String.format(
                        Locale.ROOT,
                        "| SMS a second and vCPU | |\n| --- | ---: |\n| measured | %,.0f |\n| assumed | %,.0f |",
                        fullSpeed,
                        assumed));
    }

    private static double loadAt(double at) {
        return at >= SURGE_FROM && at < SURGE_TO ? SURGE : STEADY;
    }

    private static FleetSettings fleetSettings(double rate, double start, double coldSpeed) {
        FleetSettings usual = FleetSettings.DEFAULT;
        return new FleetSettings(
                1, rate, 0, start, usual.warmSeconds(), coldSpeed, PACK_SECONDS, usual.goalSeconds(), MIN, MAX);
    }

    /** The settings with the measured rate; without a measurement, the rate before the run stands. */
    private FleetSettings measuredSettings(ServiceRate rate, FleetSettings expected, RealFleet fleet) {
        double start = fleet.startSeconds().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow(() -> new IllegalStateException("the surge started no worker"));
        figures.noteFigure("scaling.machine.load", machineLoad(), "threads that want a processor, a processor");
        double warm = rate.warm() > 0 ? rate.warm() : expected.smsPerTaskSecond();
        figures.noteFigure("scaling.worker.rate", warm, "SMS/s of the fast clock");
        figures.noteFigure("scaling.worker.cold-speed", rate.coldSpeed(), "of a warm one's");
        figures.noteFigure("scaling.worker.start", start, "s of the fast clock");
        return fleetSettings(warm, start / MEAN_START, rate.coldSpeed());
    }

    /** The machine's load in the last minute, all programs counted: above 1 the processes of this run had to wait for others. */
    private static double machineLoad() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }
}
