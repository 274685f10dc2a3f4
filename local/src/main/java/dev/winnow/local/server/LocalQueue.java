package dev.winnow.local.server;

import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.aws.WebhookQueueSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Queues, a tenant and a key for programs that run as processes of their own on one machine. */
public final class LocalQueue implements AutoCloseable {
    private final EmbeddedSqs sqs;

    private LocalQueue(EmbeddedSqs sqs) {
        this.sqs = sqs;
    }

    /**
     * Starts an SQS server on loopback with Winnow's queues, and writes tenants and a demo key into the folder if it has none.
     *
     * @param port 0 takes a free one
     * @throws IOException if the folder cannot be written
     */
    public static LocalQueue start(Path data, int port) throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            folder.tenantsFile();
        }
        EmbeddedSqs sqs = EmbeddedSqs.start(port);
        SqsQueues.createQueues(sqs.client(), SqsSettings.DEFAULT);
        SqsQueues.createWebhooks(sqs.client(), WebhookQueueSettings.DEFAULT);
        return new LocalQueue(sqs);
    }

    /** The URL of the queue server. */
    public URI endpoint() {
        return sqs.endpoint();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
