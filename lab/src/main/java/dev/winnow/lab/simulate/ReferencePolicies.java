package dev.winnow.lab.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Common policies to compare with, each with its documented or measured periods and delays: see docs/autoscaling.md. */
final class ReferencePolicies {
    private static final int MINUTE = 60;

    /** The delay in seconds that, with three minutes of data points, gives the 363 s that AWS measured until a scale-out. */
    private static final double ECS_DELAY = 150;

    private static final double SQS_DELAY = 60;
    private static final double DEFAULT_COOLDOWN = 300;

    private ReferencePolicies() {}

    /** Target tracking on the service's processor share, one-minute metrics, default cooldowns. */
    static ScalingPolicy cpuTracking(double target) {
        TargetTracking tracking = new TargetTracking(target, MINUTE, ECS_DELAY, DEFAULT_COOLDOWN, DEFAULT_COOLDOWN);
        return (sample, desired) ->
                tracking.decideTasks(sample.seconds(), sample.busyShare(), sample.running(), desired);
    }

    /** The ECS guide's backlog per task by metric math: visible messages over running tasks, one-minute metrics. */
    static ScalingPolicy backlogTracking(double envelopesPerTask) {
        TargetTracking tracking =
                new TargetTracking(envelopesPerTask, MINUTE, SQS_DELAY, DEFAULT_COOLDOWN, DEFAULT_COOLDOWN);
        return (sample, desired) -> tracking.decideTasks(
                sample.seconds(),
                (double) sample.waitingEnvelopes() / Math.max(1, sample.running()),
                sample.running(),
                desired);
    }

    /** Steps on the raw depth as CDK's QueueProcessingFargateService has them: 100 adds one, 500 adds five, none takes one away. */
    static ScalingPolicy depthSteps() {
        Delayed depth = new Delayed(MINUTE, SQS_DELAY);
        double[] quietUntil = new double[1];
        return (sample, desired) -> {
            OptionalDouble seen = depth.nextVisible(sample.seconds(), (double) sample.waitingEnvelopes());
            if (seen.isEmpty() || sample.seconds() < quietUntil[0]) {
                return desired;
            }
            double messages = seen.getAsDouble();
            int change = messages >= 500 ? 5 : messages >= 100 ? 1 : messages < 1 ? -1 : 0;
            quietUntil[0] = change == 0 ? 0 : sample.seconds() + DEFAULT_COOLDOWN;
            return desired + change;
        };
    }

    /** KEDA's aws-sqs-queue scaler: (visible + in flight) / 5 every 30 s, at most doubled in 15 s, never below the last 300 s' largest. */
    static ScalingPolicy kedaScaler() {
        Deque<Integer> window = new ArrayDeque<>();
        return (sample, desired) -> {
            if (Math.round(sample.seconds() / ScalingPolicy.TICK_SECONDS) % 3 != 0) {
                return desired;
            }
            int wanted = (int) Math.min(1_000_000, Math.ceil(sample.backlogEnvelopes() / 5));
            window.add(wanted);
            while (window.size() > 10) {
                window.remove();
            }
            int lowest = window.stream().mapToInt(Integer::intValue).max().orElse(wanted);
            int highest = Math.max(desired * 4, desired + 8);
            return Math.min(highest, Math.max(wanted, Math.min(desired, lowest)));
        };
    }
}
