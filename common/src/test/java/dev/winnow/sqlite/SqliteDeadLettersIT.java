package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Priority;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.DeadLetterBoxContract;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.VerdictSamples;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDeadLettersIT extends DeadLetterBoxContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    private @Nullable EnvelopeQueue durable;

    @Override
    protected DeadLetterBox letters() {
        return file.database().deadLetters();
    }

    @Override
    protected EnvelopeQueue queue() {
        EnvelopeQueue queue = durable;
        if (queue == null) {
            queue = file.database().spoolQueue(new InMemoryEnvelopeQueue());
            durable = queue;
        }
        return queue;
    }

    @Test
    void redrivesALetterOfAnEarlierRunToTheEnd() throws InterruptedException {
        UUID envelope = VerdictSamples.envelope();
        file.database().verdicts().saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        bury(envelope, "broken", now);
        assertThat(letters().redriveLetter(envelope)).isTrue();

        file.reopen(Clock.systemUTC());
        durable = null;
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
        try (Subscription _ = queue().subscribeLane(
                        Priority.LIVE,
                        batch -> {
                            received.addAll(batch);
                            return batch;
                        },
                        1)) {
            assertThat(received.poll(10, TimeUnit.SECONDS))
                    .isNotNull()
                    .matches(Delivery::redriven)
                    .matches(delivery -> delivery.sentAt().equals(delivery.firstReceivedAt()), "its age counts anew");
            Awaitility.await().until(() -> file.database().readSpool().live() == 0);
        }
    }

    @Test
    void keepsALetterThatFailsAgain() {
        UUID envelope = VerdictSamples.envelope();
        bury(envelope, "broken", now);
        assertThat(letters().redriveLetter(envelope)).isTrue();

        bury(envelope, "broken again", now.plusSeconds(1));

        assertThat(letters().findLetter(envelope))
                .get()
                .extracting(DeadLetterBox.Letter::reason)
                .isEqualTo("broken again");
    }
}
