package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyExpiryTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final SteadyExpiry expiry =
            new SteadyExpiry(((InstantSource) now::get).withZone(ZoneOffset.UTC), nanos::get);

    @Test
    void deletesADayLateOnceTheClockRanSteadilyForAnHour() {
        pass(Duration.ofMinutes(59));
        assertThat(expiry.deletableBefore()).isZero();

        pass(Duration.ofMinutes(1));
        assertThat(expiry.deletableBefore())
                .isEqualTo(now.get().minus(SteadyExpiry.MARGIN).toEpochMilli());
    }

    @Test
    void deletesNothingForAnHourAfterEachJump() {
        pass(Duration.ofHours(2));
        assertThat(expiry.deletableBefore()).isPositive();

        now.updateAndGet(time -> time.plus(Duration.ofDays(15)));
        pass(Duration.ofSeconds(8));
        assertThat(expiry.deletableBefore()).isZero();
        now.updateAndGet(time -> time.minus(Duration.ofDays(15)));
        assertThat(expiry.deletableBefore()).isZero();

        pass(Duration.ofHours(1));
        assertThat(expiry.deletableBefore()).isPositive();
    }

    private void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
        nanos.addAndGet(time.toNanos());
    }
}
