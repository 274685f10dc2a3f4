package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.VerdictSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledEnvelopeQueueIT {
    private static final String TEXT = "a text that must not stay";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    private final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sendsAgainAtStartWhatWasNotWorkedOn() {
        SealedEnvelope done = envelope();
        SealedEnvelope judged = envelope();
        List<SealedEnvelope> waiting = List.of(envelope(), envelope());
        EnvelopeQueue spooled = database.spooled(queue);
        spooled.send(List.of(done)).join();
        workOn(spooled, done);
        spooled.send(List.of(judged, waiting.get(0), waiting.get(1))).join();
        database.verdicts().save(VerdictSamples.ofEveryKind(judged.id()));
        database.close();

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        database.spooled(forgetful);

        assertThat(forgetful.bodies())
                .containsExactlyInAnyOrder(
                        judged.body(), waiting.get(0).body(), waiting.get(1).body());
    }

    @Test
    void keepsWhatWasOnlyMovedToTheBulkLane() {
        SealedEnvelope old = envelope();
        EnvelopeQueue spooled = database.spooled(queue);
        AtomicBoolean moved = new AtomicBoolean();
        spooled.send(List.of(old)).join();
        try (Subscription _ = spooled.subscribe(Priority.LIVE, batch -> sideline(spooled, batch, moved), 10)) {
            await().until(moved::get);
        }
        database.close();

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        database.spooled(forgetful);

        assertThat(forgetful.bodies()).containsExactly(old.body());
    }

    @Test
    void confirmsNothingWhenTheQueueIsDown() {
        EnvelopeQueue spooled = database.spooled(queue);
        queue.goDown();

        assertThat(spooled.send(List.of(envelope()))).completesExceptionallyWithin(Duration.ofSeconds(5));

        InMemoryEnvelopeQueue after = new InMemoryEnvelopeQueue();
        await().untilAsserted(() -> {
            database.spooled(after);
            assertThat(after.bodies()).isEmpty();
        });
    }

    @Test
    void keepsNoTextOnceAnEnvelopeIsWorkedOn() {
        SealedEnvelope envelope = envelope();
        EnvelopeQueue spooled = database.spooled(queue);
        spooled.send(List.of(envelope)).join();
        assertThat(textIsOnDisk()).isTrue();

        workOn(spooled, envelope);

        await().atMost(Duration.ofSeconds(10)).until(() -> !textIsOnDisk());
    }

    private static List<Delivery> sideline(EnvelopeQueue spooled, List<Delivery> batch, AtomicBoolean moved) {
        List<Delivery> done = spooled.sideline(batch);
        moved.set(true);
        return done;
    }

    private void workOn(EnvelopeQueue spooled, SealedEnvelope envelope) {
        database.verdicts().save(VerdictSamples.ofEveryKind(envelope.id()));
        try (Subscription _ = spooled.subscribe(Priority.LIVE, batch -> batch, 10)) {
            await().until(() -> queue.bodies().isEmpty());
        }
    }

    private boolean textIsOnDisk() {
        try (var files = Files.list(folder)) {
            return files.anyMatch(SpooledEnvelopeQueueIT::holdsText);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean holdsText(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TEXT);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SealedEnvelope envelope() {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", Priority.LIVE);
        draft.add(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.of(TEXT), Instant.now())));
        return draft.seal();
    }
}
