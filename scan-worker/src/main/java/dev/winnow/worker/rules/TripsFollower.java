package dev.winnow.worker.rules;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads every ten seconds which rules the fuses of a fleet put into shadow, and does the same in this process. */
public final class TripsFollower implements AutoCloseable {
    /** As often as the statistics are saved. */
    private static final long EVERY_SECONDS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trips-follower").factory());

    private TripsFollower() {}

    /** Starts to follow. */
    public static TripsFollower start(PublishedRules rules) {
        TripsFollower follower = new TripsFollower();
        Future<?> _ = follower.timer.scheduleWithFixedDelay(
                rules::followTrips, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return follower;
    }

    @Override
    public void close() {
        timer.close();
    }
}
