package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Priority;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictSamples;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDeadLettersIT {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    private final Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());

    @Test
    void groupsLettersByReason() {
        EnvelopeQueue queue = file.database().spoolQueue(new InMemoryEnvelopeQueue());
        bury(queue, VerdictSamples.envelope(), "the engine broke", now.minusSeconds(60));
        bury(queue, VerdictSamples.envelope(), "the engine broke", now);
        bury(queue, VerdictSamples.envelope(), "no memory", now);

        assertThat(letters().countLetters()).isEqualTo(3);
        assertThat(letters().groupLetters(10))
                .containsExactly(
                        new DeadLetterBox.Group("the engine broke", 2, now.minusSeconds(60), now),
                        new DeadLetterBox.Group("no memory", 1, now, now));
        assertThat(letters().listLetters("the engine broke", 1))
                .extracting(DeadLetterBox.Letter::failedAt)
                .containsExactly(now);
        assertThat(letters().listLetters(null, 10)).hasSize(3);
    }

    @Test
    void discardsALetterOnce() {
        UUID envelope = VerdictSamples.envelope();
        bury(file.database().spoolQueue(new InMemoryEnvelopeQueue()), envelope, "broken", now);

        assertThat(letters().discardLetter(envelope)).isTrue();
        assertThat(letters().discardLetter(envelope)).isFalse();
        assertThat(letters().findLetter(envelope)).isEmpty();
    }

    @Test
    void deliversARedrivenLetterAsRedrivenAndForgetsItWhenItIsWorkedOn() throws InterruptedException {
        UUID envelope = VerdictSamples.envelope();
        EnvelopeQueue queue = file.database().spoolQueue(new InMemoryEnvelopeQueue());
        saveFailed(envelope);
        bury(queue, envelope, "broken", now);
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
        try (Subscription _ = queue.subscribeLane(
                Priority.LIVE,
                batch -> {
                    received.addAll(batch);
                    return batch;
                },
                1)) {
            assertThat(letters().redriveLetter(envelope)).isTrue();
            assertThat(letters().redriveLetter(envelope)).isFalse();

            Delivery delivery = received.poll(10, TimeUnit.SECONDS);
            assertThat(delivery).isNotNull().matches(Delivery::redriven);
            assertThat(letters().countLetters()).isZero();
            Awaitility.await().until(() -> file.database().readSpool().live() == 0);
        }
    }

    @Test
    void redrivesALetterOfAnEarlierRunToTheEnd() throws InterruptedException {
        UUID envelope = VerdictSamples.envelope();
        saveFailed(envelope);
        bury(file.database().spoolQueue(new InMemoryEnvelopeQueue()), envelope, "broken", now);
        assertThat(letters().redriveLetter(envelope)).isTrue();

        file.reopen(Clock.systemUTC());
        EnvelopeQueue queue = file.database().spoolQueue(new InMemoryEnvelopeQueue());
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
        try (Subscription _ = queue.subscribeLane(
                Priority.LIVE,
                batch -> {
                    received.addAll(batch);
                    return batch;
                },
                1)) {
            assertThat(received.poll(10, TimeUnit.SECONDS)).isNotNull().matches(Delivery::redriven);
        }
    }

    @Test
    void keepsALetterThatFailsAgain() {
        UUID envelope = VerdictSamples.envelope();
        EnvelopeQueue queue = file.database().spoolQueue(new InMemoryEnvelopeQueue());
        bury(queue, envelope, "broken", now);
        assertThat(letters().redriveLetter(envelope)).isTrue();

        bury(queue, envelope, "broken again", now.plusSeconds(1));

        assertThat(letters().findLetter(envelope))
                .get()
                .extracting(DeadLetterBox.Letter::reason)
                .isEqualTo("broken again");
    }

    private DeadLetterBox letters() {
        return file.database().deadLetters();
    }

    private void saveFailed(UUID envelope) {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(envelope);
        file.database().verdicts().saveVerdicts(verdicts);
    }

    private void bury(EnvelopeQueue queue, UUID envelope, String reason, Instant failedAt) {
        Delivery delivery = new Delivery("r", body(envelope), 5, now.minusSeconds(300), now.minusSeconds(300));
        queue.buryDelivery(new DeadLetter(delivery, reason, failedAt, "2026.11.30-abcd"));
    }

    private static String body(UUID envelope) {
        return "{\"v\":1,\"id\":\"" + envelope
                + "\",\"g\":\"g1\",\"m\":[{\"t\":\"demo\",\"x\":\"hi\",\"a\":1764000000000}]}";
    }
}
