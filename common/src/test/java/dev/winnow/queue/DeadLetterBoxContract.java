package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Priority;
import dev.winnow.verdict.VerdictSamples;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of every {@link DeadLetterBox}, with one subclass for each adapter. Each test begins without letters. */
public abstract class DeadLetterBoxContract {
    protected final Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());

    /** The letters under test. */
    protected abstract DeadLetterBox letters();

    /** The queue on which letters are buried and delivered again. */
    protected abstract EnvelopeQueue queue();

    @Test
    void groupsLettersByReason() {
        bury(VerdictSamples.envelope(), "the engine broke", now.minusSeconds(60));
        bury(VerdictSamples.envelope(), "the engine broke", now);
        bury(VerdictSamples.envelope(), "no memory", now);

        assertThat(letters().groupLetters(10))
                .containsExactly(
                        new DeadLetterBox.Group("the engine broke", 2, now.minusSeconds(60), now),
                        new DeadLetterBox.Group("no memory", 1, now, now));
        assertThat(letters().listLetters("the engine broke", 1))
                .extracting(DeadLetterBox.Letter::failedAt)
                .containsExactly(now);
        assertThat(letters().listLetters(null, 10)).hasSize(3);
        assertThat(letters().countLetters()).isEqualTo(3);
    }

    @Test
    void showsALetterWithItsBodyAndReason() {
        UUID envelope = VerdictSamples.envelope();
        bury(envelope, "broken", now);

        assertThat(letters().findLetter(envelope)).hasValueSatisfying(letter -> {
            assertThat(letter.reason()).isEqualTo("broken");
            assertThat(letter.ruleset()).isEqualTo("2026.11.30-abcd");
            assertThat(letter.body()).isEqualTo(body(envelope));
        });
        assertThat(letters().findLetter(VerdictSamples.envelope())).isEmpty();
    }

    @Test
    void discardsALetterOnce() {
        UUID envelope = VerdictSamples.envelope();
        bury(envelope, "broken", now);

        assertThat(letters().discardLetter(envelope)).isTrue();
        assertThat(letters().discardLetter(envelope)).isFalse();
        assertThat(letters().findLetter(envelope)).isEmpty();
    }

    @Test
    void deliversARedrivenLetterAsRedriven() throws InterruptedException {
        UUID envelope = VerdictSamples.envelope();
        bury(envelope, "broken", now);
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
        try (Subscription _ = queue().subscribeLane(
                        Priority.LIVE,
                        batch -> {
                            received.addAll(batch);
                            return batch;
                        },
                        10)) {
            assertThat(letters().redriveLetter(envelope)).isTrue();
            assertThat(letters().redriveLetter(envelope)).isFalse();

            assertThat(received.poll(10, TimeUnit.SECONDS)).isNotNull().matches(Delivery::redriven);
        }
        assertThat(letters().findLetter(envelope)).isEmpty();
    }

    /** Puts an envelope among the dead letters. */
    protected void bury(UUID envelope, String reason, Instant failedAt) {
        Delivery delivery = new Delivery("r", body(envelope), 5, now.minusSeconds(300), now.minusSeconds(300));
        queue().buryDelivery(new DeadLetter(delivery, reason, failedAt, "2026.11.30-abcd"));
    }

    private static String body(UUID envelope) {
        return "{\"v\":1,\"id\":\"" + envelope
                + "\",\"g\":\"g1\",\"m\":[{\"t\":\"demo\",\"x\":\"hi\",\"a\":1764000000000}]}";
    }
}
