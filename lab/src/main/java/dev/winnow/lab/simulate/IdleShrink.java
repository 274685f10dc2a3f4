package dev.winnow.lab.simulate;

import java.util.OptionalDouble;

/**
 * Stops idle tasks after a surge. Target tracking waits a quarter of an hour before it stops the first task, which is expensive after a
 * surge that started many. Here three one-minute data points below half of the target stop a quarter of the tasks.
 */
final class IdleShrink {
    private static final int MINUTE = 60;
    private static final double CPU_DELAY = 150;
    private static final int POINTS = 3;
    private static final int PARTS = 4;

    private final double below;
    private final Delayed cpu = new Delayed(MINUTE, CPU_DELAY);
    private int idle;

    IdleShrink(double targetCpu) {
        this.below = targetCpu / 2;
    }

    int decideTasks(Sample sample, int desired) {
        OptionalDouble point = cpu.nextVisible(sample.seconds(), sample.busyShare());
        if (point.isEmpty() || sample.running() == 0) {
            return desired;
        }
        idle = point.getAsDouble() < below ? idle + 1 : 0;
        return idle >= POINTS ? desired - Math.max(1, desired / PARTS) : desired;
    }
}
