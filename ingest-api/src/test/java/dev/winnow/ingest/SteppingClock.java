package dev.winnow.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock, that can be put forward. Any thread. */
public final class SteppingClock extends Clock {
    private final Clock system = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is so much later, once for all. */
    public void putForward(Duration time) {
        ahead = time;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
