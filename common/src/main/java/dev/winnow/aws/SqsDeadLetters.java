package dev.winnow.aws;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Sends dead letters again, with what was written on them, so that the worker knows them. One thread. */
public final class SqsDeadLetters {
    private static final int BATCH = 10;

    private final SqsAsyncClient client;
    private final String deadLetters;
    private final String scan;

    SqsDeadLetters(SqsAsyncClient client, QueueUrls urls) {
        this.client = client;
        this.deadLetters = urls.deadLetters();
        this.scan = urls.live();
    }

    /**
     * Sends dead letters to the live lane until none is left or so many are sent. Each is on one of the two queues at any time, and on
     * both for a moment.
     *
     * @return how many were sent
     * @throws dev.winnow.queue.QueueUnavailableException if SQS did not answer; those sent before stay sent
     */
    public int redriveLetters(int most) {
        int sent = 0;
        try {
            for (List<Message> batch = receiveLetters(); !batch.isEmpty() && sent < most; batch = receiveLetters()) {
                for (Message letter : batch) {
                    resendLetter(letter);
                    sent++;
                }
            }
            return sent;
        } catch (CompletionException e) {
            throw new dev.winnow.queue.QueueUnavailableException(
                    "SQS failed after " + sent + " dead letters were sent again; run it again", e);
        }
    }

    private List<Message> receiveLetters() {
        return client.receiveMessage(receive -> receive.queueUrl(deadLetters)
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds(1)
                        .messageAttributeNames("All"))
                .join()
                .messages();
    }

    private void resendLetter(Message letter) {
        var _ = client.sendMessage(send -> send.queueUrl(scan)
                        .messageBody(letter.body())
                        .messageAttributes(Map.copyOf(letter.messageAttributes())))
                .join();
        var _ = client.deleteMessage(delete -> delete.queueUrl(deadLetters).receiptHandle(letter.receiptHandle()))
                .join();
    }
}
