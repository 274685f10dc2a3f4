package dev.winnow.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInTokensTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));

    @Test
    void redeemsATokenOnce() {
        SignInTokens tokens = new SignInTokens(Clock.fixed(now.get(), ZoneOffset.UTC));
        String token = tokens.issue("jo", Role.OPERATOR);

        assertThat(tokens.redeem(token)).contains(new Operator("jo", Role.OPERATOR, Operator.PAGE));
        assertThat(tokens.redeem(token)).isEmpty();
        assertThat(tokens.redeem("guessed")).isEmpty();
    }

    @Test
    void forgetsATokenAfterTenMinutes() {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        SignInTokens tokens = new SignInTokens(clock);
        String token = tokens.issue("jo", Role.ADMIN);

        now.set(now.get().plus(SignInTokens.LIFE).plus(Duration.ofSeconds(1)));

        assertThat(tokens.redeem(token)).isEmpty();
    }
}
