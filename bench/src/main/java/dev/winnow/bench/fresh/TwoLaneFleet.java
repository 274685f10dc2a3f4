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

    /**
     * The cost of moving an envelope aside (a receive, a send, a delete) over that of scanning it (a receive, 200 scans, a save, a delete).
     */
    private static final double SIDELINE_COST = 0.05;

    /** The bulk lane's share of the work: one bulk envelope to the 40 live ones that a worker holds. */
    private static final double BULK_SHARE = 1.0 / 41;

    private final double capacity;
    private final double sidelineAfter;
    private final Deque<Double> live = new ArrayDeque<>();
    private final Deque<Double> bulk = new ArrayDeque<>();
    private final List<double[]> waits = new ArrayList<>();
    private double arrived;
    private double caughtUpAt;

    /**
     * Creates a fleet with empty lanes.
     *
     * @param capacity envelopes a second
     * @param sidelineAfter the age in seconds from which a live envelope moves aside; infinite for first come, first served
     */
    TwoLaneFleet(double capacity, double sidelineAfter) {
        this.capacity = capacity;
        this.sidelineAfter = sidelineAfter;
    }

    /** Runs one step, with arrivals in envelopes a second. */
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

    /** The time at which no old work was left, in seconds since the start. */
    double caughtUpAt() {
        return caughtUpAt;
    }

    /** The waits of envelopes that were sent from this time on, in seconds and ascending. */
    double[] waitsOfSentFrom(double time) {
        return waits.stream()
                .filter(each -> each[0] >= time)
                .mapToDouble(each -> each[1])
                .sorted()
                .toArray();
    }
}
