package dev.winnow.aws;

import dev.winnow.store.BackOff;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The access to AWS, and the timeouts and retries of our clients: a few attempts with random growing pauses between them. The SDK's token
 * bucket counts all calls of one client, so that a service in trouble gets hardly more requests than a healthy one.
 *
 * @param credentials the credentials of this program
 * @param region the region of all services
 * @param endpoint the address of an emulator; null for AWS itself
 */
record AwsAccess(
        AwsCredentialsProvider credentials,
        Region region,
        @Nullable URI endpoint) {
    private static final int CONNECTIONS = 128;
    private static final int ATTEMPTS = 6;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SLOW_CALL = Duration.ofSeconds(10);

    /** Short: the SDK's own first pause after throttling is a second, and a reader that waits for an answer has left by then. */
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(1), 1);

    /** The SDK counts attempts from 1, so that the second attempt follows the first failure. */
    private static final BackoffStrategy SDK_PAUSES = attempt -> PAUSES.pauseAfter(attempt - 1);

    /** The longest wait for an answer: longer than the long poll of a receive, 20 s. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** The access to an emulator, which takes any credentials and any region. */
    static AwsAccess forEmulator(URI endpoint) {
        return new AwsAccess(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                Region.US_EAST_1,
                endpoint);
    }

    SqsAsyncClient openSqs() {
        return atEndpoint(SqsAsyncClient.builder())
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(CONNECTIONS)
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .readTimeout(LONGEST_ANSWER))
                .build();
    }

    DynamoDbClient dynamoDb(Duration timeout) {
        return atEndpoint(DynamoDbClient.builder())
                .httpClientBuilder(
                        Apache5HttpClient.builder().maxConnections(CONNECTIONS).connectionTimeout(CONNECT_TIMEOUT))
                .overrideConfiguration(withTimeout(timeout))
                .build();
    }

    SsmClient openParameters() {
        return atEndpoint(SsmClient.builder())
                .httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(CONNECT_TIMEOUT))
                .overrideConfiguration(withTimeout(SLOW_CALL))
                .build();
    }

    S3Client openObjects() {
        return atEndpoint(S3Client.builder())
                .httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(CONNECT_TIMEOUT))
                .overrideConfiguration(withTimeout(SLOW_CALL))
                .forcePathStyle(endpoint != null)
                .build();
    }

    EcsClient openTasks() {
        return atEndpoint(EcsClient.builder())
                .httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(CONNECT_TIMEOUT))
                .overrideConfiguration(withTimeout(SLOW_CALL))
                .build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B atEndpoint(B builder) {
        builder.credentialsProvider(credentials).region(region);
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    private static ClientOverrideConfiguration withTimeout(Duration timeout) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(ATTEMPTS)
                        .backoffStrategy(SDK_PAUSES)
                        .throttlingBackoffStrategy(SDK_PAUSES)
                        .build())
                .apiCallAttemptTimeout(timeout.dividedBy(2))
                .apiCallTimeout(timeout)
                .build();
    }
}
