package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.EnvelopeQueueContract;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import dev.winnow.verdict.VerdictSamples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class SqsEnvelopeQueueIT extends EnvelopeQueueContract {
    private static final Duration VISIBILITY = Duration.ofSeconds(1);

    @SuppressWarnings("NullAway.Init")
    private static FaultProxy proxy;

    @SuppressWarnings("NullAway.Init")
    private static SqsAsyncClient client;

    private final ConcurrentLinkedQueue<Delivery> received = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private SqsSettings settings;

    @SuppressWarnings("NullAway.Init")
    private EnvelopeQueue queue;

    @BeforeAll
    static void start() {
        proxy = new FaultProxy(Aws.shared().endpoint());
        client = Aws.shared().through(proxy).sqs();
    }

    @AfterAll
    static void stop() {
        client.close();
        proxy.close();
    }

    @BeforeEach
    void openEmptyQueues() {
        settings = Aws.shared().newQueues(VISIBILITY);
        queue = SqsQueues.openEnvelopes(client, settings);
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The next receive waits for it: one second.
    }

    @Test
    void confirmsTheEnvelopesThatSqsTookAndNamesTheRefusedOnes() {
        proxy.inject(Faults.refusesEverySecondEntry("SendMessageBatch", 1));
        List<SealedEnvelope> batch =
                Stream.generate(SqsEnvelopeQueueIT::envelope).limit(5).toList();

        SendResult result = queue.sendBatch(batch).join();

        assertThat(result.confirmed())
                .containsExactlyInAnyOrder(
                        batch.get(0).id(), batch.get(2).id(), batch.get(4).id());
        assertThat(result.refused())
                .containsOnlyKeys(batch.get(1).id(), batch.get(3).id());
        assertThat(result.refused()).containsEntry(batch.get(1).id(), "InternalError: try again");
    }

    @Test
    void confirmsNothingWhenTheAnswerIsLost() {
        proxy.cut();

        assertThat(queue.sendBatch(List.of(envelope())))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(QueueUnavailableException.class);
    }

    @Test
    void deliversAgainADeliveryThatCouldNotBeDeleted() {
        proxy.inject(Faults.refusesEverySecondEntry("DeleteMessageBatch", 1));
        List<SealedEnvelope> sent = List.of(envelope(), envelope());
        queue.sendBatch(sent).join();

        try (Subscription _ = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> received.size() == 3);
        }

        assertThat(received)
                .extracting(Delivery::body)
                .containsOnly(sent.get(0).body(), sent.get(1).body());
    }

    @Test
    void handsOutDuplicatesAndAnyOrderAndTakesStaleReceiptsForDone() {
        proxy.inject(Faults.deliversTwice());
        List<SealedEnvelope> sent =
                Stream.generate(SqsEnvelopeQueueIT::envelope).limit(8).toList();
        queue.sendBatch(sent).join();

        try (Subscription _ = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= 16);
        }

        assertThat(received.stream().map(Delivery::body).distinct()).hasSize(8);
    }

    @Test
    void keepsADeliveryHiddenAsLongAsItIsWorkedOn() throws Exception {
        queue.sendBatch(List.of(envelope())).join();
        CountDownLatch longWork = new CountDownLatch(1);
        try (Subscription _ = queue.subscribeLane(
                Priority.LIVE,
                batch -> {
                    received.addAll(batch);
                    awaitQuietly(longWork);
                    return batch;
                },
                20)) {
            await().during(VISIBILITY.multipliedBy(3))
                    .atMost(VISIBILITY.multipliedBy(5))
                    .until(() -> received.size() == 1);
            longWork.countDown();
        }
        try (Subscription _ = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().during(VISIBILITY.multipliedBy(2)).until(() -> received.size() == 1);
        }
    }

    @Test
    void givesBackADeliveryThatCannotBeFinishedBeforeTheEnd() {
        settings = Aws.shared().newQueues(Duration.ofMinutes(10));
        queue = SqsQueues.openEnvelopes(client, settings);
        queue.sendBatch(List.of(envelope())).join();
        CountDownLatch begun = new CountDownLatch(1);
        Subscription stuck = queue.subscribeLane(
                Priority.LIVE,
                batch -> {
                    begun.countDown();
                    awaitQuietly(new CountDownLatch(1));
                    return List.of();
                },
                10);
        awaitQuietly(begun);
        Instant start = Instant.now();
        stuck.close();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));

        try (Subscription _ = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().atMost(Duration.ofSeconds(5)).until(() -> received.size() == 1);
        }
        assertThat(received.element().receiveCount()).isEqualTo(2);
    }

    @Test
    void buriesWithTheReasonAndKnowsARedrive() {
        SealedEnvelope envelope = envelope();
        Delivery delivery = new Delivery("r", envelope.body(), 5, Instant.now(), Instant.now());
        queue.buryDelivery(
                new DeadLetter(delivery, "no rule set", Instant.parse("2026-11-24T10:00:00Z"), "label-3f9c"));

        Message buried = receiveOne(settings.deadLetterQueue());
        assertThat(buried.messageAttributes().values())
                .extracting(value -> value.stringValue())
                .containsExactlyInAnyOrder("no rule set", "2026-11-24T10:00:00Z", "label-3f9c");

        String scanUrl = url(settings.scanQueue());
        var _ = client.sendMessage(send -> send.queueUrl(scanUrl)
                        .messageBody(buried.body())
                        .messageAttributes(Map.copyOf(buried.messageAttributes())))
                .join();
        try (Subscription _ = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().until(() -> received.size() == 1);
        }
        assertThat(received.element().redriven()).isTrue();
    }

    @Test
    void pausesLongerAfterEachFailureOfADelivery() {
        List<Integer> pauses = new ArrayList<>();
        for (int receive = 1; receive <= 20; receive++) {
            Delivery delivery = new Delivery("r", "b", receive, Instant.now(), Instant.now());
            int bound = Math.min(1 << Math.min(receive, 10), 900);
            int pause = SqsVisibility.pauseSeconds(delivery);
            assertThat(pause).isBetween(bound / 2, bound);
            pauses.add(pause);
        }
        assertThat(pauses.getLast()).isBetween(450, 900);
    }

    @Test
    void deliversForeignMessagesWithoutLosingPlaces() {
        String url = url(settings.scanQueue());
        for (int i = 0; i < 31; i++) {
            MessageAttributeValue odd = i % 2 == 0
                    ? MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("no number")
                            .build()
                    : MessageAttributeValue.builder()
                            .dataType("Binary")
                            .binaryValue(SdkBytes.fromUtf8String("no number"))
                            .build();
            client.sendMessage(
                            send -> send.queueUrl(url).messageBody("foreign").messageAttributes(Map.of("sentAt", odd)))
                    .join();
        }
        queue.sendBatch(List.of(envelope())).join();

        try (Subscription lane = queue.subscribeLane(Priority.LIVE, this::acknowledge, 10)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> received.size() == 32);
            assertThat(lane.isReceiving()).isTrue();
        }
        assertThat(received)
                .allSatisfy(delivery ->
                        assertThat(delivery.sentAt()).isBetween(Instant.now().minusSeconds(60), Instant.now()));
    }

    @Test
    void goesOnReceivingAfterAnUnexpectedException() {
        queue.sendBatch(List.of(envelope())).join();
        AtomicInteger asked = new AtomicInteger();
        DeliveryListener failing = new DeliveryListener() {
            @Override
            public List<Delivery> receiveBatch(List<Delivery> batch) {
                return acknowledge(batch);
            }

            @Override
            public void awaitReady() {
                if (asked.incrementAndGet() <= 2) {
                    throw new IllegalStateException("a defect");
                }
            }
        };

        try (Subscription lane = queue.subscribeLane(Priority.LIVE, failing, 10)) {
            await().until(() -> received.size() == 1);
            assertThat(lane.isReceiving()).isTrue();
        }
    }

    @Test
    void buriesMessagesThatAreTooLongForAReasonOrHaveNoBody() {
        Delivery large = new Delivery("r", "\u00e4".repeat(131_000), 5, Instant.now(), Instant.now());
        Delivery empty = new Delivery("r", "", 5, Instant.now(), Instant.now());

        queue.buryDelivery(
                new DeadLetter(large, "a control character \u0001 and half a sign \ud83d", Instant.now(), "none"));
        assertThat(receiveOne(settings.deadLetterQueue()).messageAttributes())
                .containsEntry(
                        "reason",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("a control character \ufffd and half a sign \ufffd")
                                .build());
        queue.buryDelivery(new DeadLetter(empty, "empty", Instant.now(), "none"));
        assertThat(receiveOne(settings.deadLetterQueue()).body()).isEqualTo("-");
    }

    @Test
    void saysWhichQueueIsMissing() {
        SqsSettings wrong = new SqsSettings("nowhere", "nowhere", "nowhere", VISIBILITY, true);

        assertThatThrownBy(() -> SqsQueues.openEnvelopes(client, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it");
    }

    @Test
    void saysThatSqsIsOutOfReach() {
        try (SqsAsyncClient lost =
                AwsAccess.forEmulator(URI.create("http://127.0.0.1:1")).openSqs()) {
            assertThatThrownBy(() -> SqsQueues.openEnvelopes(lost, SqsSettings.DEFAULT))
                    .isInstanceOf(QueueUnavailableException.class);
        }
    }

    private List<Delivery> acknowledge(List<Delivery> batch) {
        received.addAll(batch);
        return batch;
    }

    private Message receiveOne(String name) {
        return client.receiveMessage(receive ->
                        receive.queueUrl(url(name)).messageAttributeNames("All").waitTimeSeconds(5))
                .join()
                .messages()
                .getFirst();
    }

    private static String url(String name) {
        return client.getQueueUrl(get -> get.queueName(name)).join().queueUrl();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SealedEnvelope envelope() {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", Priority.LIVE);
        draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText("hi"), Instant.now())));
        return draft.sealDraft();
    }
}
