package dev.winnow.local.server;

import dev.winnow.aws.SqsQueues;
import java.net.URI;
import org.elasticmq.RelaxedSQSLimits$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * An SQS server of our own on loopback, for trials: it checks no credentials and forgets everything when it stops. It does not check SQS's
 * limits, which all its senders keep: the check would make an object of each character of a body.
 */
final class EmbeddedSqs implements AutoCloseable {
    private final SQSRestServer server;
    private final SqsAsyncClient client;
    private final URI endpoint;

    private EmbeddedSqs(SQSRestServer server) {
        this.server = server;
        this.endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = SqsQueues.openEmulator(endpoint);
    }

    static EmbeddedSqs start() {
        return start(0);
    }

    /** Starts the server; port 0 takes a free one. */
    static EmbeddedSqs start(int port) {
        TheSQSRestServerBuilder builder =
                SQSRestServerBuilder.withInterface("127.0.0.1").withSQSLimits(RelaxedSQSLimits$.MODULE$);
        return new EmbeddedSqs((port == 0 ? builder.withDynamicPort() : builder.withPort(port)).start());
    }

    URI endpoint() {
        return endpoint;
    }

    SqsAsyncClient client() {
        return client;
    }

    /** Does not wait for the server, which would wait for long polls of clients that are gone. */
    @Override
    public void close() {
        client.close();
        server.stopAndGetFuture().apply();
    }
}
