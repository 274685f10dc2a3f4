package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.VerdictSamples;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpooledEnvelopeQueueIT extends SpoolFixture {
    @Test
    void sendsUnfinishedNoticesAgainAtTheStart() {
        SealedEnvelope done = envelope();
        SealedEnvelope judged = envelope();
        List<SealedEnvelope> waiting = List.of(envelope(), envelope());
        EnvelopeQueue spooled = database.spoolQueue(queue);
        spooled.sendBatch(List.of(done)).join();
        workOn(spooled, done);
        spooled.sendBatch(List.of(judged, waiting.get(0), waiting.get(1))).join();
        database.verdicts().saveVerdicts(VerdictSamples.ofEveryKind(judged.id()));
        database.close();

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        database.spoolQueue(forgetful);

        assertThat(forgetful.bodies())
                .containsExactlyInAnyOrder(
                        judged.body(), waiting.get(0).body(), waiting.get(1).body());
    }

    @Test
    void keepsAnEnvelopeThatWasMovedToTheBulkLane() {
        SealedEnvelope old = envelope();
        EnvelopeQueue spooled = database.spoolQueue(queue);
        AtomicBoolean moved = new AtomicBoolean();
        spooled.sendBatch(List.of(old)).join();
        try (Subscription _ = spooled.subscribeLane(Priority.LIVE, batch -> sideline(spooled, batch, moved), 10)) {
            await().until(moved::get);
        }
        database.close();

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        database.spoolQueue(forgetful);

        assertThat(forgetful.bodies()).containsExactly(old.body());
    }

    @Test
    void confirmsNothingWhenTheQueueIsDown() {
        EnvelopeQueue spooled = database.spoolQueue(queue);
        queue.goDown();

        assertThat(spooled.sendBatch(List.of(envelope()))).completesExceptionallyWithin(Duration.ofSeconds(5));

        InMemoryEnvelopeQueue after = new InMemoryEnvelopeQueue();
        await().untilAsserted(() -> {
            database.spoolQueue(after);
            assertThat(after.bodies()).isEmpty();
        });
    }

    @Test
    void feedsABacklogThatIsLargerThanTheWindow() {
        SpoolLimits small = new SpoolLimits(100, 1L << 30);
        EnvelopeQueue spooled = database.spoolQueue(queue, small);
        List<SealedEnvelope> sent =
                Stream.generate(SpooledEnvelopeQueueIT::envelope).limit(1_000).toList();
        for (SealedEnvelope each : sent) {
            assertThat(spooled.sendBatch(List.of(each)).join().confirmed()).containsExactly(each.id());
        }
        assertThat(queue.bodies()).hasSizeLessThanOrEqualTo(100);
        database.close();

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        EnvelopeQueue resumed = database.spoolQueue(forgetful, small);
        assertThat(forgetful.bodies()).hasSize(100);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (Subscription _ = resumed.subscribeLane(Priority.LIVE, batch -> judge(batch, seen), 10)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> seen.size() == sent.size());
            await().untilAsserted(() -> assertThat(forgetful.bodies()).isEmpty());
        }
        assertThat(resumed.sendBatch(List.of(envelope())).join().confirmed()).hasSize(1);
        assertThat(forgetful.bodies()).hasSize(1);
    }

    @Test
    void refusesMoreBytesThanMayWaitAndTakesThemAgainWhenThereIsSpace() {
        EnvelopeQueue spooled = database.spoolQueue(queue, new SpoolLimits(100, 2_000));
        List<SealedEnvelope> accepted = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (accepted.size() < 100) {
                        SealedEnvelope next = envelope();
                        spooled.sendBatch(List.of(next)).join();
                        accepted.add(next);
                    }
                })
                .hasCauseInstanceOf(QueueUnavailableException.class)
                .hasMessageContaining("WINNOW_SPOOL_MAXBYTES");

        try (Subscription _ = spooled.subscribeLane(Priority.LIVE, batch -> judge(batch, new HashSet<>()), 10)) {
            await().ignoreExceptionsMatching(full -> full.getCause() instanceof QueueUnavailableException)
                    .untilAsserted(() -> assertThat(spooled.sendBatch(List.of(envelope()))
                                    .join()
                                    .confirmed())
                            .hasSize(1));
        }
        assertThat(accepted).isNotEmpty();
    }

    @Test
    void keepsLiveMailFlowingBesideAFullWindowOfBulk() {
        EnvelopeQueue spooled = database.spoolQueue(queue, new SpoolLimits(100, 1L << 30));
        for (int i = 0; i < 300; i++) {
            spooled.sendBatch(List.of(envelope(Priority.BULK))).join();
        }
        SealedEnvelope live = envelope();

        spooled.sendBatch(List.of(live)).join();

        assertThat(queue.bodies()).contains(live.body()).hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void saysOfADamagedEnvelopeThatItFailedAndSendsTheOthers() throws SQLException {
        SealedEnvelope damaged = envelope();
        SealedEnvelope sound = envelope();
        database.spoolQueue(queue).sendBatch(List.of(damaged, sound)).join();
        database.close();
        try (Connection connection =
                        SqliteConnections.to(folder.resolve("winnow.db")).open();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE spool SET body = replace(body, ':', '\u0007') WHERE envelope = ?")) {
            update.setBytes(1, SqliteKeys.toBytes(damaged.id()));
            update.executeUpdate();
        }

        InMemoryEnvelopeQueue forgetful = new InMemoryEnvelopeQueue();
        open();
        database.spoolQueue(forgetful);

        assertThat(forgetful.bodies()).containsExactly(sound.body());
        assertThat(String.valueOf(database.verdicts().findVerdicts(List.of(damaged.id()))))
                .contains("damaged on the disk");
    }

    private static List<Delivery> sideline(EnvelopeQueue spooled, List<Delivery> batch, AtomicBoolean moved) {
        List<Delivery> done = spooled.sidelineDeliveries(batch);
        moved.set(true);
        return done;
    }
}
