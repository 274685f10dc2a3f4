package dev.winnow.bench.fresh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A fleet of workers between a live and a bulk lane, in steps of 0.1 s. Work is counted in envelopes; moving one aside costs a part of
 * scanning one. One run, one thread.
 */
final class TwoLaneFleet {
    static final double STEP = 0.1;

    /** A receive, a send and a delete against a receive, 200 scans, a save and a delete. */
    private static final double SIDELINE_COST = 0.05;

    /** One bulk envelope stands among as many live ones as a worker holds. */
    private static final double BULK_SHARE = 1.0 / 41;

    private final double capacity;
    private final double sidelineAfter;
    private final Deque<Double> live = new ArrayDeque<>();
    private final Deque<Double> bulk = new ArrayDeque<>();
    private final List<double[]> waits = new ArrayList<>();
    private double arrived;
    private double caughtUpAt;

    /**
     * Nothing waits yet.
     *
     * @param capacity envelopes a second
     * @param sidelineAfter the age in seconds from which a live envelope moves aside; infinite for first come, first served
     */
    TwoLaneFleet(double capacity, double sidelineAfter) {
        this.capacity = capacity;
        this.sidelineAfter = sidelineAfter;
    }

    /** One step: so many envelopes a second arrive, and the fleet works or does not. */
    void runStep(double now, double arrivals, boolean working) {
        for (arrived += arrivals * STEP; arrived >= 1; arrived--) {
            live.add(now);
        }
        double left = working ? capacity * STEP : 0;
        double forBulk = bulk.isEmpty() ? 0 : left * BULK_SHARE;
        left -= forBulk;
        while (left > 0 && !live.isEmpty()) {
            double sent = live.remove();
            if (now - sent > sidelineAfter) {
                bulk.add(sent);
                left -= SIDELINE_COST;
            } else {
                waits.add(new double[] {sent, now - sent});
                left--;
            }
        }
        for (left += forBulk; left > 0 && !bulk.isEmpty(); left--) {
            double sent = bulk.remove();
            waits.add(new double[] {sent, now - sent});
        }
        if (live.isEmpty() && bulk.isEmpty() && caughtUpAt < 0) {
            caughtUpAt = now;
        }
        if (!working) {
            caughtUpAt = -1;
        }
    }

    /** When nothing old was left, in seconds since the start. */
    double caughtUpAt() {
        return caughtUpAt;
    }

    /** The waits, in seconds and ascending, of what was sent from this time on. */
    double[] waitsOfSentFrom(double time) {
        return waits.stream()
                .filter(each -> each[0] >= time)
                .mapToDouble(each -> each[1])
                .sorted()
                .toArray();
    }
}
