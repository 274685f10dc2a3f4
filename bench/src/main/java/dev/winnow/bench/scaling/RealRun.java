package dev.winnow.bench.scaling;

import dev.winnow.lab.simulate.FleetSettings;
import dev.winnow.lab.simulate.Sample;
import dev.winnow.lab.simulate.ScalingPolicy;
import dev.winnow.lab.simulate.SimulationResult;
import dev.winnow.lab.simulate.Trace;
import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.QueueDepth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One run of a policy over a trace with real processes. Every {@value ScalingPolicy#TICK_SECONDS} s of the fast clock it reads the queue's
 * depth, asks the policy for the number of workers, and starts or stops workers. One thread, and one that sends.
 */
final class RealRun {
    private static final double PATIENCE = 600;

    private final FleetSettings settings;
    private final ScalingPolicy policy;
    private final Feed feed;
    private final DepthGauge gauge;
    private final RealFleet fleet;
    private final FastClock clock = FastClock.startNow();
    private final ServiceRate rate;
    private final List<SimulationResult.Point> curve = new ArrayList<>();
    private int desired;
    private long doneBefore;
    private long envelopesBefore;
    private long messagesBefore;
    private double messagesPerEnvelope = 1;
    private double taskSeconds;

    /**
     * Creates a run that begins now.
     *
     * @param settings the rate from which the share of busy time is computed, and the fleet's range
     */
    RealRun(FleetSettings settings, ScalingPolicy policy, Feed feed, DepthGauge gauge, RealFleet fleet) {
        this.settings = settings;
        this.policy = policy;
        this.feed = feed;
        this.gauge = gauge;
        this.fleet = fleet;
        this.rate = new ServiceRate(settings.warmSeconds());
        this.desired = fleet.running().size();
        this.doneBefore = fleet.countMessages();
        this.envelopesBefore = feed.envelopes();
        this.messagesBefore = feed.messages();
    }

    /** Runs the trace and returns when the queue is empty. */
    void followTrace(Trace trace) throws IOException, InterruptedException {
        CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feedTrace(trace), Thread::startVirtualThread);
        QueueDepth depth = new QueueDepth(0, 0);
        for (int tick = 1; !fed.isDone() || depth.total() > 0; tick++) {
            clock.sleepUntil((double) tick * ScalingPolicy.TICK_SECONDS);
            depth = gauge.readDepth();
            runTick(depth);
            if (clock.clockSeconds() > trace.seconds() + PATIENCE) {
                throw new IllegalStateException("the queue still holds " + depth + " long after the last message");
            }
        }
        fed.join();
        taskSeconds = fleet.billedSeconds(clock);
    }

    private void feedTrace(Trace trace) {
        try {
            feed.followTrace(trace, settings, clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runTick(QueueDepth depth) throws IOException {
        fleet.findReady();
        List<WorkerProcess> running = fleet.running();
        rate.countProgress(clock, running, depth.visible());
        averageEnvelope();
        Sample sample = new Sample(
                clock.clockSeconds(),
                depth.visible() * messagesPerEnvelope,
                depth.inFlight() * messagesPerEnvelope,
                depth.visible(),
                depth.inFlight(),
                busyShare(running.size()),
                running.size());
        curve.add(new SimulationResult.Point(
                sample.seconds(), sample.running(), 0, sample.waitingSms() + sample.inFlightSms()));
        desired = Math.clamp(policy.decideTasks(sample, desired), settings.min(), settings.max());
        fleet.resizeFleet(clock, desired);
    }

    /** Computes the messages per envelope since the last sample, as an API task does. */
    private void averageEnvelope() {
        long envelopes = feed.envelopes();
        long messages = feed.messages();
        if (envelopes > envelopesBefore) {
            messagesPerEnvelope = (double) (messages - messagesBefore) / (envelopes - envelopesBefore);
        }
        envelopesBefore = envelopes;
        messagesBefore = messages;
    }

    /** The share of busy time: scanned messages over possible ones, because a waiting thread uses no processor. */
    private double busyShare(int running) {
        long done = fleet.countMessages();
        double possible = running * settings.smsPerTaskSecond() * ScalingPolicy.TICK_SECONDS;
        double share = possible == 0 ? 0 : Math.min(1, (done - doneBefore) / possible);
        doneBefore = done;
        return share;
    }

    FastClock clock() {
        return clock;
    }

    ServiceRate rate() {
        return rate;
    }

    /** The result of the run. */
    SimulationResult toResult(Waits waits) {
        List<SimulationResult.Point> aged = curve.stream()
                .map(point -> new SimulationResult.Point(
                        point.seconds(), point.running(), waits.oldestAt(point.seconds()), point.backlogSms()))
                .toList();
        long late = aged.stream()
                .filter(point -> point.oldestSeconds() > settings.goalSeconds())
                .count();
        return new SimulationResult(
                waits.quantileOf(0.5),
                waits.quantileOf(0.99),
                waits.quantileOf(1),
                (double) late * ScalingPolicy.TICK_SECONDS,
                taskSeconds / 3600,
                fleet.largest(),
                waits.judged(),
                aged);
    }
}
