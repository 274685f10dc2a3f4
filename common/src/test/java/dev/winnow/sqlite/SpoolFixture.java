package dev.winnow.sqlite;

import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.VerdictSamples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A spool in a file before a queue in memory. */
abstract class SpoolFixture {
    static final String TEXT = "a text that must not stay";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    SqliteDatabase database;

    final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();

    @BeforeEach
    void open() {
        database = SqliteDatabase.openFile(folder.resolve("winnow.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    void workOn(EnvelopeQueue spooled, SealedEnvelope envelope) {
        database.verdicts().saveVerdicts(VerdictSamples.ofEveryKind(envelope.id()));
        try (Subscription _ = spooled.subscribeLane(Priority.LIVE, batch -> batch, 10)) {
            await().until(() -> queue.bodies().isEmpty());
        }
    }

    List<Delivery> judge(List<Delivery> batch, Set<String> seen) {
        for (Delivery delivery : batch) {
            database.verdicts().saveVerdicts(VerdictSamples.ofEveryKind(idOf(delivery)));
            seen.add(delivery.body());
        }
        return batch;
    }

    static UUID idOf(Delivery delivery) {
        try {
            return EnvelopeCodec.idOf(delivery.body());
        } catch (MalformedEnvelopeException e) {
            throw new IllegalStateException(e);
        }
    }

    static SealedEnvelope envelope() {
        return envelope(Priority.LIVE);
    }

    static SealedEnvelope envelope(Priority priority) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", priority);
        draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText(TEXT), Instant.now())));
        return draft.sealDraft();
    }
}
