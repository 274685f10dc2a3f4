package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.webhook.WebhookSamples;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsCallTest {
    private static final Delivery DELIVERY = new Delivery("r", "body", 1, Instant.EPOCH, Instant.EPOCH);
    private static final DeadLetter LETTER = new DeadLetter(DELIVERY, "no rule set", Instant.EPOCH, "none");

    /** The ways in which a call of the SDK can end without an answer. */
    static List<Supplier<CompletableFuture<Object>>> endings() {
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        return List.of(
                () -> cancelled,
                () -> CompletableFuture.failedFuture(new CancellationException("the call took too long")),
                () -> CompletableFuture.failedFuture(ApiCallTimeoutException.create(1_000)),
                () -> CompletableFuture.failedFuture(new IOException("reset")),
                () -> CompletableFuture.failedFuture(new CompletionException(new IOException("reset"))),
                () -> {
                    throw SdkClientException.create("no route");
                },
                () -> {
                    throw new RejectedExecutionException("closed");
                });
    }

    @ParameterizedTest
    @MethodSource("endings")
    void saysThatTheQueueIsAwayHoweverACallEnds(Supplier<CompletableFuture<Object>> ending) {
        SqsAsyncClient client = clientOf(ending);
        QueueUrls urls = new QueueUrls("live", "bulk", "dead");
        EnvelopeQueue queue = new SqsEnvelopeQueue(client, urls, SqsSettings.DEFAULT);
        SqsWebhookQueue webhooks = new SqsWebhookQueue(client, () -> "url", () -> "dead", Duration.ofSeconds(60));

        assertUnavailable(() -> SqsQueues.findUrl(client, "winnow-scan"), "winnow-scan");
        assertUnavailable(() -> SqsQueues.openEnvelopes(client, SqsSettings.DEFAULT), "winnow-scan");
        assertUnavailable(() -> SqsQueues.createQueues(client, SqsSettings.DEFAULT), "winnow-scan");
        assertUnavailable(() -> SqsQueues.openDepth(client, "winnow-bulk").readDepth(), "winnow-bulk");
        assertUnavailable(() -> queue.sidelineDeliveries(List.of(DELIVERY)), "bulk lane");
        assertUnavailable(() -> queue.buryDelivery(LETTER), "no rule set");
        assertUnavailable(() -> webhooks.sendNotice(WebhookSamples.notice("acme")), "webhook notice");
        assertUnavailable(() -> webhooks.buryLetter(LETTER), "webhook notice");
        assertUnavailable(() -> new SqsDeadLetters(client, urls).redriveLetters(1), "after 0 dead letters");
        assertThat(queue.sendBatch(
                        List.of(new SealedEnvelope(VerdictSamples.envelope(), "group", Priority.LIVE, 1, "body"))))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(QueueUnavailableException.class);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void goesOnWhenAnAcknowledgementOrAPauseEndsWithoutAnAnswer(Supplier<CompletableFuture<Object>> ending) {
        SqsAsyncClient client = clientOf(ending);

        new SqsVisibility(client, "url", Duration.ofSeconds(60)).backOff(List.of(DELIVERY));

        assertThat(SqsCall.startCall(() -> client.deleteMessageBatch(_ -> {}))).isCompletedExceptionally();
    }

    private static void assertUnavailable(Runnable call, String name) {
        assertThatThrownBy(call::run)
                .isInstanceOf(QueueUnavailableException.class)
                .hasMessageContaining(name)
                .hasCauseInstanceOf(Throwable.class);
    }

    /** A client of which every call ends in one way. */
    private static SqsAsyncClient clientOf(Supplier<CompletableFuture<Object>> ending) {
        return (SqsAsyncClient) Proxy.newProxyInstance(
                SqsAsyncClient.class.getClassLoader(),
                new Class<?>[] {SqsAsyncClient.class},
                (_, _, _) -> ending.get());
    }
}
