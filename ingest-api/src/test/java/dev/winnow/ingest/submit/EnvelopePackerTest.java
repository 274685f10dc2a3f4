package dev.winnow.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.time.ManualTimers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvelopePackerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final HeldQueue queue = new HeldQueue();
    private final MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32])));
    private final ManualTimers timers = new ManualTimers();
    private EnvelopePacker packer = packer(Duration.ofMillis(300), 16);

    @AfterEach
    void close() {
        queue.confirmEverything();
        timers.advance(Duration.ofSeconds(1));
        packer.close();
    }

    @Test
    void sendsALoneMessageAtOnce() {
        packer.submitMessage("acme", SmsMessage.ofText("hello"), null, null);

        assertThat(queue.sends).hasSize(1);
        assertThat(queue.sends.getFirst().batch().getFirst().slots()).isEqualTo(1);
    }

    @Test
    void tellsTheIdOnlyAfterTheQueueConfirmed() throws Exception {
        Submission submission = packer.submitMessage("acme", SmsMessage.ofText("hello"), null, null);

        assertThatThrownBy(() -> submission.awaitDurable(Duration.ofMillis(20))).isInstanceOf(TimeoutException.class);
        queue.sends.getFirst().confirm();

        MessageId id = submission.awaitDurable(LONG);
        assertThat(id.envelope())
                .isEqualTo(queue.sends.getFirst().batch().getFirst().id());
        assertThat(ids.verifyId(id.toString(), "acme")).contains(id);
    }

    @Test
    void packsWhatArrivesWithinTheLingerTime() {
        packer.submitMessage("acme", SmsMessage.ofText("first"), null, null);
        queue.sends.getFirst().confirm();
        for (int i = 0; i < 50; i++) {
            packer.submitMessage("acme", SmsMessage.ofText("m" + i), null, null);
        }
        // The send took no time, so the linger time is an eighth shorter than the longest one: 262.5 ms.
        timers.advance(Duration.ofMillis(262));
        assertThat(queue.sends).hasSize(1);

        timers.advance(Duration.ofMillis(1));

        assertThat(queue.sends).hasSize(2);
        assertThat(queue.sends.getLast().batch()).hasSize(1);
        assertThat(queue.sends.getLast().batch().getFirst().slots()).isEqualTo(50);
    }

    @Test
    void makesNobodyWaitForAQueueThatConfirmsAtOnce() {
        queue.confirmsAtOnce = true;
        packer.close();
        packer = packer(Duration.ofMillis(20), 16);

        for (int i = 0; i < 23; i++) {
            packer.submitMessage("acme", SmsMessage.ofText("m" + i), null, null);
            timers.advance(Duration.ofMillis(20));
        }
        assertThat(queue.sends).hasSize(23);
        packer.submitMessage("acme", SmsMessage.ofText("x"), null, null);
        packer.submitMessage("acme", SmsMessage.ofText("y"), null, null);

        assertThat(queue.sends).hasSize(25);
    }

    @Test
    void doesNotWaitForASendThatIsUnderWay() {
        packer.submitMessage("acme", SmsMessage.ofText("under way"), null, null);
        packer.submitMessage("acme", SmsMessage.ofText("waits"), null, null);

        timers.advance(Duration.ofMillis(300));
        assertThat(queue.sends).hasSize(2);
    }

    @Test
    void startsAnotherSendWhenFourEnvelopesAreFull() {
        packer.close();
        packer = packer(Duration.ofSeconds(1), 16);
        packer.submitMessage("acme", SmsMessage.ofText("under way"), null, null);
        for (int i = 0; i < 800; i++) {
            packer.submitMessage("acme", SmsMessage.ofText("m" + i), null, null);
        }
        assertThat(queue.sends).hasSize(1);

        packer.submitMessage("acme", SmsMessage.ofText("one more"), null, null);

        assertThat(queue.sends).hasSize(2);
        assertThat(queue.sends.getLast().batch())
                .extracting(SealedEnvelope::slots)
                .containsExactly(200, 200, 200, 200, 1);
    }

    @Test
    void neverRunsMoreSendsThanAllowed() {
        packer.close();
        packer = packerInRealTime(Duration.ofMillis(1), 2);
        for (int i = 0; i < 2_000; i++) {
            packer.submitMessage("acme", SmsMessage.ofText("m" + i), null, null);
        }

        assertThat(queue.sends).hasSizeLessThanOrEqualTo(2);
        queue.confirmEverything();
        packer.close();
        assertThat(queue.mostUnderWay).isEqualTo(2);
        assertThat(queue.slots()).isEqualTo(2_000);
    }

    @Test
    void keepsLanesApart() {
        packer.submitMessage("acme", SmsMessage.ofText("under way"), null, null);
        packer.submitMessage("acme", SmsMessage.ofText("live"), null, null);
        packer.submitMessage(
                "acme",
                new SmsMessage("bulk", null, dev.winnow.message.Channel.SMS, null, null, null, Priority.BULK),
                null,
                null);

        timers.advance(Duration.ofMillis(300));
        assertThat(queue.sends).hasSize(2);

        assertThat(queue.sends.getLast().batch())
                .extracting(SealedEnvelope::priority)
                .containsExactly(Priority.LIVE, Priority.BULK);
    }

    @Test
    void refusesOnlyWhatTheQueueRefused() throws Exception {
        packer.submitMessage("acme", SmsMessage.ofText("under way"), null, null);
        Submission live = packer.submitMessage("acme", SmsMessage.ofText("live"), null, null);
        Submission bulk = packer.submitMessage(
                "acme",
                new SmsMessage("bulk", null, dev.winnow.message.Channel.SMS, null, null, null, Priority.BULK),
                null,
                null);
        timers.advance(Duration.ofMillis(300));
        assertThat(queue.sends).hasSize(2);

        queue.sends.getLast().refuse(1);

        assertThat(live.awaitDurable(LONG)).isNotNull();
        assertThatThrownBy(() -> bulk.awaitDurable(LONG)).isInstanceOf(SubmissionRefusedException.class);
    }

    @Test
    void refusesAllOfABatchWhoseOutcomeIsUnknown() {
        Submission submission = packer.submitMessage("acme", SmsMessage.ofText("x"), null, null);

        queue.sends.getFirst().fail();

        assertThatThrownBy(() -> submission.awaitDurable(LONG)).isInstanceOf(SubmissionRefusedException.class);
    }

    @Test
    void isGivenUpWhenTheQueueIsSilentEvenByThoseWhoWouldWaitLonger() {
        packer.close();
        packer = new EnvelopePacker(queue, ids, PackerSettings.DEFAULT, Duration.ofMillis(50), Clock.systemUTC());
        Submission submission = packer.submitMessage("acme", SmsMessage.ofText("x"), null, null);

        assertThatThrownBy(() -> submission.awaitDurable(LONG)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void flushesWhenClosedAndRefusesFromThenOn() throws Exception {
        packer.submitMessage("acme", SmsMessage.ofText("under way"), null, null);
        Submission waiting = packer.submitMessage("acme", SmsMessage.ofText("waits"), null, null);
        Thread closing = Thread.ofVirtual().start(packer::close);
        await().untilAsserted(() -> assertThatThrownBy(
                        () -> packer.submitMessage("acme", SmsMessage.ofText("late"), null, null))
                .isInstanceOf(SubmissionRefusedException.class));

        queue.confirmEverything();
        timers.advance(Duration.ofMillis(300));

        closing.join();
        assertThat(waiting.awaitDurable(LONG)).isNotNull();
    }

    @Test
    void givesEveryMessageOfManySubmittersItsOwnPlace() throws Exception {
        queue.confirmsAtOnce = true;
        packer.close();
        packer = packerInRealTime(Duration.ofMillis(20), 16);
        Set<MessageId> received = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MessageId>> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                String tenant = "t" + i % 300;
                all.add(threads.submit(() -> packer.submitMessage(tenant, SmsMessage.ofText("x"), null, null)
                        .awaitDurable(LONG)));
            }
            for (Future<MessageId> each : all) {
                received.add(each.get());
            }
        }
        assertThat(received).hasSize(5_000);
        assertThat(queue.slots()).isEqualTo(5_000);
        assertThat(queue.sends.stream().flatMap(send -> send.batch().stream()).map(SealedEnvelope::fairnessGroup))
                .allMatch(group -> group.startsWith("shared/"));
    }

    private EnvelopePacker packer(Duration linger, int maxSends) {
        return new EnvelopePacker(
                queue, ids, new PackerSettings(linger, maxSends, 500), LONG, Clock.systemUTC(), timers);
    }

    private EnvelopePacker packerInRealTime(Duration linger, int maxSends) {
        return new EnvelopePacker(queue, ids, new PackerSettings(linger, maxSends, 500), LONG, Clock.systemUTC());
    }
}
