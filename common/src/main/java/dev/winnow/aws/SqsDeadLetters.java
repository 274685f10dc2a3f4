package dev.winnow.aws;

import dev.winnow.queue.QueueUnavailableException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Sends dead letters again with their attributes, by which the worker knows them. One thread. */
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
     * Sends dead letters to the live lane until none is left or the given number is sent; more letters are not received. Each letter is on one of the two queues at any
     * time, and on both for a moment.
     *
     * @return the number of letters that were sent
     * @throws QueueUnavailableException if SQS did not answer; letters that were sent before stay sent
     */
    public int redriveLetters(int most) {
        int sent = 0;
        try {
            while (sent < most) {
                List<Message> batch = receiveLetters(Math.min(BATCH, most - sent));
                if (batch.isEmpty()) {
                    break;
                }
                for (Message letter : batch) {
                    resendLetter(letter);
                    sent++;
                }
            }
            return sent;
        } catch (QueueUnavailableException e) {
            throw new QueueUnavailableException(
                    "SQS failed after " + sent + " dead letters were sent again; run the redrive again: "
                            + e.getMessage(),
                    e);
        }
    }

    private List<Message> receiveLetters(int limit) {
        return SqsCall.awaitAnswer(
                        "SQS did not hand out dead letters",
                        () -> client.receiveMessage(receive -> receive.queueUrl(deadLetters)
                                .maxNumberOfMessages(limit)
                                .waitTimeSeconds(1)
                                .messageAttributeNames("All")))
                .messages();
    }

    private void resendLetter(Message letter) {
        var _ = SqsCall.awaitAnswer(
                "SQS did not take a dead letter to the live lane",
                () -> client.sendMessage(send -> send.queueUrl(scan)
                        .messageBody(letter.body())
                        .messageAttributes(Map.copyOf(letter.messageAttributes()))));
        var _ = SqsCall.awaitAnswer(
                "SQS did not delete a dead letter that was sent again",
                () -> client.deleteMessage(
                        delete -> delete.queueUrl(deadLetters).receiptHandle(letter.receiptHandle())));
    }
}
