package dev.winnow.bench.scaling;

import java.io.IOException;

/** Measures the rate of one worker before the run; the policy's unit is computed from it, as an operator does from a measured rate. */
final class Capacity {
    private static final int ENVELOPES = 50;
    private static final int SMS = 10;

    private Capacity() {}

    /** Measures the messages that the fleet's first worker scans in a real second, between the first and the last fifth of a full queue. */
    static double measureRate(Feed feed, RealFleet fleet) throws IOException, InterruptedException {
        fillQueue(feed);
        fleet.trainCache((long) ENVELOPES * SMS);
        fillQueue(feed);
        fleet.openWorkers(1);
        long total = (long) ENVELOPES * SMS;
        long first = awaitDone(fleet, total / 5);
        long from = System.nanoTime();
        long last = awaitDone(fleet, total * 4 / 5);
        double seconds = (System.nanoTime() - from) / 1e9;
        awaitDone(fleet, total);
        return (last - first) / seconds;
    }

    private static void fillQueue(Feed feed) {
        for (int i = 0; i < ENVELOPES; i++) {
            feed.sendEnvelope(SMS);
        }
        feed.confirmAll();
    }

    private static long awaitDone(RealFleet fleet, long messages) throws InterruptedException {
        while (fleet.countMessages() < messages) {
            Thread.sleep(20);
            fleet.findReady();
        }
        return fleet.countMessages();
    }
}
