package dev.winnow.aws;

import dev.winnow.queue.QueueUnavailableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls of SQS of which every failure becomes a {@link QueueUnavailableException}: an error of SQS, a call that was cancelled because its
 * time was over, and an error that the SDK throws in place of failing the future. Stateless; any thread.
 */
final class SqsCall {
    private SqsCall() {}

    /**
     * Makes a call and waits for the answer.
     *
     * @param failure the beginning of the exception's message, such as "SQS did not take a notice"; the cause follows
     * @throws QueueUnavailableException if there was no answer; its cause is SQS's or the SDK's own exception
     */
    static <T> T awaitAnswer(String failure, Supplier<CompletableFuture<T>> call) {
        try {
            return call.get().join();
        } catch (CompletionException | CancellationException | RejectedExecutionException | SdkException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            throw new QueueUnavailableException(failure + ": " + cause, cause);
        }
    }

    /** Starts a call; an error that is thrown at once fails the future like a later one. */
    static <T> CompletableFuture<T> startCall(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RejectedExecutionException | SdkException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
