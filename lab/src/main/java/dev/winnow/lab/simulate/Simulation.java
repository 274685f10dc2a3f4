package dev.winnow.lab.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * One run of one policy over one trace, event by event: an envelope arrives, a scan ends, a task is ready, a sample is taken. The same
 * seed gives the same run. One thread.
 */
public final class Simulation {
    private sealed interface Event {}

    private record Arrival(boolean noisy) implements Event {}

    private record Scanned(Task task, SimulatedQueue.Envelope envelope) implements Event {}

    private record Ready(Task task) implements Event {}

    private record Tick() implements Event {}

    private record At(double seconds, long order, Event event) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            int byTime = Double.compare(seconds, other.seconds);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** A service time varies by this much around its mean, evenly. */
    private static final double SPREAD = 0.3;

    private final FleetSettings settings;
    private final Trace trace;
    private final ScalingPolicy policy;
    private final Random random;
    private final PriorityQueue<At> events = new PriorityQueue<>();
    private final SimulatedQueue backlog = new SimulatedQueue();
    private final Fleet fleet;
    private final AgeHistogram ages = new AgeHistogram();
    private final List<SimulationResult.Point> curve = new ArrayList<>();
    private long order;
    private double now;
    private double busySeconds;
    private double busyBefore;
    private long scanned;
    private int desired;

    private Simulation(FleetSettings settings, Trace trace, ScalingPolicy policy, long seed) {
        this.settings = settings;
        this.trace = trace;
        this.policy = policy;
        this.random = new Random(seed);
        this.fleet = new Fleet(settings);
    }

    /** Runs until the trace has ended and all messages are scanned. */
    public static SimulationResult runTrace(FleetSettings settings, Trace trace, ScalingPolicy policy, long seed) {
        return new Simulation(settings, trace, policy, seed).runTrace();
    }

    private SimulationResult runTrace() {
        desired = startingSize();
        fleet.resize(0, desired, 0).forEach(task -> scheduleAt(0, new Ready(task)));
        scheduleAt(0, new Arrival(false));
        scheduleAt(0, new Arrival(true));
        scheduleAt(ScalingPolicy.TICK_SECONDS, new Tick());
        // A policy that never catches up must not run for ever.
        while (!isFinished() && now < trace.seconds() + 86_400) {
            At next = events.remove();
            now = next.seconds();
            handleEvent(next.event());
        }
        return new SimulationResult(
                ages.quantile(0.5),
                ages.quantile(0.99),
                ages.max(),
                lateSeconds(),
                fleet.taskHours(now),
                fleet.largest(),
                scanned,
                curve);
    }

    private double lateSeconds() {
        return (double) ScalingPolicy.TICK_SECONDS
                * curve.stream()
                        .filter(point -> point.oldestSeconds() > settings.goalSeconds())
                        .count();
    }

    /** The number of tasks at the start: as many as hold the trace's first load at half of their capacity. */
    private int startingSize() {
        double load = trace.quiet().applyAsDouble(0) / settings.smsPerTaskSecond();
        return clampTasks((int) Math.ceil(2 * load));
    }

    private boolean isFinished() {
        return now >= trace.seconds() && backlog.waitingCount() == 0 && backlog.inFlight() == 0;
    }

    private void handleEvent(Event event) {
        switch (event) {
            case Arrival arrival -> handleArrival(arrival);
            case Scanned done -> finishScan(done);
            case Ready ready -> startTask(ready.task());
            case Tick _ -> samplePolicy();
        }
    }

    private void handleArrival(Arrival arrival) {
        DoubleUnaryOperator rates = arrival.noisy() ? trace.noisy() : trace.quiet();
        double rate = rates.applyAsDouble(now);
        if (rate <= 0) {
            scheduleArrival(arrival, 1);
            return;
        }
        int sms = settings.envelopeSize(rate);
        backlog.addEnvelope(new SimulatedQueue.Envelope(now, sms, arrival.noisy()));
        dispatchWork();
        scheduleArrival(arrival, -Math.log(1 - random.nextDouble()) * sms / rate);
    }

    private void scheduleArrival(Arrival arrival, double pause) {
        if (now + pause < trace.seconds()) {
            scheduleAt(now + pause, arrival);
        }
    }

    private void finishScan(Scanned done) {
        backlog.finishEnvelope(done.envelope());
        scanned += done.envelope().sms();
        fleet.releaseTask(done.task());
        dispatchWork();
    }

    private void startTask(Task task) {
        if (fleet.startTask(task)) {
            dispatchWork();
        }
    }

    private void dispatchWork() {
        while (backlog.waitingCount() > 0 && !trace.outage().containsSecond(now)) {
            Task task = fleet.takeTask();
            if (task == null) {
                return;
            }
            startScan(task, java.util.Objects.requireNonNull(backlog.receiveEnvelope()));
        }
    }

    private void startScan(Task task, SimulatedQueue.Envelope envelope) {
        if (!envelope.noisy()) {
            ages.addMessages(now - envelope.arrived(), envelope.sms());
        }
        boolean cold = now < task.ready + settings.warmSeconds() && task.asked > 0;
        double seconds = settings.serviceSeconds(envelope.sms())
                / (cold ? settings.coldSpeed() : 1)
                * (1 - SPREAD + 2 * SPREAD * random.nextDouble());
        busySeconds += seconds;
        scheduleAt(now + seconds, new Scanned(task, envelope));
    }

    private void samplePolicy() {
        // Work that began counts when it began: a scan takes milliseconds, a tick seconds.
        double capacity = (double) fleet.running() * settings.scanThreads() * ScalingPolicy.TICK_SECONDS;
        double share = capacity == 0 ? 0 : Math.min(1, (busySeconds - busyBefore) / capacity);
        busyBefore = busySeconds;
        Sample sample = new Sample(
                now,
                backlog.waitingSms(),
                backlog.inFlightSms(),
                backlog.waitingCount(),
                backlog.inFlight(),
                share,
                fleet.running());
        curve.add(new SimulationResult.Point(now, fleet.running(), backlog.oldestAge(now), sample.backlogSms()));
        desired = clampTasks(policy.decideTasks(sample, desired));
        double start = settings.startSeconds() * (1 + 0.2 * random.nextDouble());
        fleet.resize(now, desired, start).forEach(task -> scheduleAt(task.ready, new Ready(task)));
        dispatchWork();
        scheduleAt(now + ScalingPolicy.TICK_SECONDS, new Tick());
    }

    private int clampTasks(int tasks) {
        return Math.clamp(tasks, settings.min(), settings.max());
    }

    private void scheduleAt(double seconds, Event event) {
        events.add(new At(seconds, order++, event));
    }
}
