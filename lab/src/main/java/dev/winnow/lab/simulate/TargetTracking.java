package dev.winnow.lab.simulate;

import java.util.OptionalDouble;

/**
 * AWS target tracking on one metric: out after three data points above the target, in after a quarter of an hour below nine tenths of it,
 * each with its cooldown. Without data it changes no number.
 */
final class TargetTracking {
    private static final int POINTS_OUT = 3;
    private static final double SECONDS_IN = 900;
    private static final double IN_BELOW = 0.9;

    private final double target;
    private final int pointsIn;
    private final double outCooldown;
    private final double inCooldown;
    private final Delayed metric;
    private int above;
    private int below;
    private double outUntil;
    private double inUntil;

    TargetTracking(double target, int periodSeconds, double delaySeconds, double outCooldown, double inCooldown) {
        this.target = target;
        this.pointsIn = (int) Math.ceil(SECONDS_IN / periodSeconds);
        this.outCooldown = outCooldown;
        this.inCooldown = inCooldown;
        this.metric = new Delayed(periodSeconds, delaySeconds);
    }

    int decideTasks(double seconds, double value, int running, int desired) {
        OptionalDouble point = running == 0 ? OptionalDouble.empty() : metric.nextVisible(seconds, value);
        if (point.isEmpty()) {
            return desired;
        }
        double share = point.getAsDouble() / target;
        above = share > 1 ? above + 1 : 0;
        below = share < IN_BELOW ? below + 1 : 0;
        if (above >= POINTS_OUT && seconds >= outUntil) {
            int more = (int) Math.ceil(running * share);
            if (more > desired) {
                outUntil = seconds + outCooldown;
                return more;
            }
        }
        if (below >= pointsIn && seconds >= inUntil && seconds >= outUntil) {
            inUntil = seconds + inCooldown;
            return Math.min(desired, (int) Math.ceil(desired * Math.max(share, 0.5)));
        }
        return desired;
    }
}
