package dev.winnow.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.ingest.submit.PackerSettings;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.QueueDepth;
import dev.winnow.queue.QueueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueBacklogsTest {
    private final EnvelopePacker packer = new EnvelopePacker(
            new InMemoryEnvelopeQueue(),
            new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32]))),
            new PackerSettings(Duration.ofMillis(5), 1, 100),
            Duration.ofSeconds(10),
            Clock.systemUTC());
    private int submitted;

    @AfterEach
    void close() {
        packer.close();
    }

    @Test
    void countMessagesAsTheirEnvelopesWereFilledLately() {
        QueueBacklogs backlogs = new QueueBacklogs(Map.of("ScanBacklog", () -> new QueueDepth(30, 10)), packer);
        assertThat(backlogs.get()).containsEntry("ScanBacklog", 40.0);

        submit(1);
        assertThat(packer.messages()).isEqualTo(packer.envelopes());
        assertThat(backlogs.get()).containsEntry("ScanBacklog", 40.0);

        submit(200);
        double perEnvelope = (packer.messages() - 1.0) / (packer.envelopes() - 1.0);
        assertThat(backlogs.get()).containsEntry("ScanBacklog", 40 * perEnvelope);
        assertThat(backlogs.get()).as("nothing sent since").containsEntry("ScanBacklog", 40 * perEnvelope);
    }

    @Test
    void leaveOutAQueueThatDoesNotAnswer() {
        QueueBacklogs backlogs = new QueueBacklogs(
                Map.of("ScanBacklog", () -> new QueueDepth(1, 0), "BulkBacklog", QueueBacklogsTest::doesNotAnswer),
                packer);

        assertThat(backlogs.get()).containsOnlyKeys("ScanBacklog");
    }

    private static QueueDepth doesNotAnswer() {
        throw new QueueUnavailableException("SQS does not answer", new IllegalStateException());
    }

    private void submit(int messages) {
        submitted += messages;
        for (int i = 0; i < messages; i++) {
            var _ = packer.submitMessage("acme", SmsMessage.ofText("hello"), null, null);
        }
        await().until(() -> packer.messages() == submitted);
    }
}
