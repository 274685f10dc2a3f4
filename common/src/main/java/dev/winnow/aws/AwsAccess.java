package dev.winnow.aws;

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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * How AWS is reached, and how our clients wait and try again: random growing pauses between few attempts, and the SDK's token bucket
 * above all calls of one client, so that a service in trouble gets hardly more requests than a healthy one.
 *
 * @param credentials who we are
 * @param region where it is
 * @param endpoint an emulator's address; null for AWS itself
 */
record AwsAccess(
        AwsCredentialsProvider credentials,
        Region region,
        @Nullable URI endpoint) {
    private static final int CONNECTIONS = 128;
    private static final int ATTEMPTS = 6;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SLOW_CALL = Duration.ofSeconds(10);

    /** Random between nothing and a bound that doubles; the SDK's own for throttling begins at a second, when a reader has gone. */
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(1));

    /** Longer than the 20 s long poll of a receive. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** An emulator, which takes any credentials and any region. */
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

    private <B extends AwsClientBuilder<B, C>, C> B atEndpoint(B builder) {
        builder.credentialsProvider(credentials).region(region);
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    private static ClientOverrideConfiguration withTimeout(Duration timeout) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(ATTEMPTS)
                        .backoffStrategy(PAUSES)
                        .throttlingBackoffStrategy(PAUSES)
                        .build())
                .apiCallAttemptTimeout(timeout.dividedBy(2))
                .apiCallTimeout(timeout)
                .build();
    }
}
