package dev.winnow.aws;

import java.net.URI;
import java.time.Duration;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real SQS protocol server on loopback, for tests. */
public final class ElasticMq implements AutoCloseable {
    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final int port = server.waitUntilStarted().localAddress().getPort();

    /** The endpoint for SDK clients. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A client; the caller closes it. */
    public SqsAsyncClient client() {
        return SqsAsyncClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .build();
    }

    /** Makes an empty queue. */
    public void createQueue(SqsAsyncClient client, String name, Duration visibility) {
        client.createQueue(request -> request.queueName(name)
                        .attributes(java.util.Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()))))
                .join();
    }

    /** Stops the server without a wait: it would wait for long polls of closed clients. */
    @Override
    public void close() {
        server.stopAndGetFuture().apply();
    }
}
