package dev.winnow.idempotency;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {
    private final SetClock clock = new SetClock();
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(clock);

    @Override
    protected IdempotencyStore store(Clock time) {
        clock.time = time;
        return store;
    }

    /** Reads whichever clock was set last. */
    private static final class SetClock extends Clock {
        private Clock time = Clock.systemUTC();

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return time.withZone(zone);
        }
    }
}
