package dev.winnow.lab.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** A metric as CloudWatch shows it: the average or the last value of each period, some time after it ended. */
final class Delayed {
    private record Point(double visibleAt, double value) {}

    private final int ticksPerPeriod;
    private final double delaySeconds;
    private final Deque<Point> coming = new ArrayDeque<>();
    private double sum;
    private int ticks;

    /**
     * @param periodSeconds a multiple of the tick
     * @param delaySeconds from the end of a period until its value is visible
     */
    Delayed(int periodSeconds, double delaySeconds) {
        this.ticksPerPeriod = Math.max(1, periodSeconds / ScalingPolicy.TICK_SECONDS);
        this.delaySeconds = delaySeconds;
    }

    /** Adds a value and returns the data point that became visible now, if one did. */
    OptionalDouble nextVisible(double seconds, double value) {
        sum += value;
        if (++ticks == ticksPerPeriod) {
            coming.add(new Point(seconds + delaySeconds, sum / ticks));
            sum = 0;
            ticks = 0;
        }
        Point first = coming.peek();
        if (first == null || first.visibleAt() > seconds) {
            return OptionalDouble.empty();
        }
        coming.remove();
        return OptionalDouble.of(first.value());
    }
}
