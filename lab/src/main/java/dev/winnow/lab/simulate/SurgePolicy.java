package dev.winnow.lab.simulate;

import java.util.OptionalDouble;

/**
 * Winnow's own policy, as terraform/autoscaling.tf configures it: the 10-second backlog starts as many workers as clear it within the goal,
 * target tracking on the 20-second processor metric holds headroom, and idle tasks are stopped after a surge.
 */
public final class SurgePolicy implements ScalingPolicy {
    private static final int CPU_PERIOD = 20;

    /** The delay in seconds that, with three data points, gives the 86 s that AWS measured until a scale-out. */
    private static final double CPU_DELAY = 26;

    private static final double IN_COOLDOWN = 300;

    private final double unit;
    private final int largest;
    private final double cooldown;
    private final Delayed backlog = new Delayed(TICK_SECONDS, TICK_SECONDS);
    private final TargetTracking headroom;
    private final IdleShrink shrink;
    private int before;
    private double until;

    /**
     * @param unit messages that one task clears within the latency goal
     * @param largest the most tasks that one step adds
     * @param targetCpu the share of processor time that is held, 0 to 1
     * @param cooldown seconds in which a repeated breach counts the tasks that were already added
     */
    public SurgePolicy(double unit, int largest, double targetCpu, double cooldown) {
        this.unit = unit;
        this.largest = largest;
        this.cooldown = cooldown;
        this.headroom = new TargetTracking(targetCpu, CPU_PERIOD, CPU_DELAY, cooldown, IN_COOLDOWN);
        this.shrink = new IdleShrink(targetCpu);
    }

    @Override
    public int decideTasks(Sample sample, int desired) {
        int held = headroom.decideTasks(sample.seconds(), sample.busyShare(), sample.running(), desired);
        OptionalDouble seen = backlog.nextVisible(sample.seconds(), sample.backlogSms());
        int shrunk = shrink.decideTasks(sample, desired);
        int added = seen.isEmpty() ? 0 : stepOf(seen.getAsDouble());
        if (added == 0) {
            return held > desired ? held : Math.min(held, shrunk);
        }
        if (sample.seconds() >= until) {
            before = desired;
        }
        int surged = before + added;
        if (surged > desired) {
            until = sample.seconds() + cooldown;
        }
        return Math.max(held, surged);
    }

    /** The tasks to start for these messages. Steps double: 2^k units start 2^k tasks. */
    private int stepOf(double messages) {
        if (messages < unit) {
            return 0;
        }
        return Math.min(largest, Integer.highestOneBit((int) Math.min(messages / unit, 1 << 20)));
    }
}
