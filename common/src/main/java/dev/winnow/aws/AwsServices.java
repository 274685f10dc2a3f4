package dev.winnow.aws;

import dev.winnow.publication.Publication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What AWS offers, as our ports; owns the clients that it makes. Any thread. */
public final class AwsServices implements AutoCloseable {
    private final AwsAccess access;
    private final Deque<SdkAutoCloseable> clients = new ArrayDeque<>();

    /**
     * Reaches AWS, or an emulator.
     *
     * @param endpoint the emulator's address; null for AWS itself
     */
    public AwsServices(AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
        this.access = new AwsAccess(credentials, region, endpoint);
    }

    /**
     * Reaches AWS as the environment says, for a command line: the SDK's default chains for credentials and region.
     *
     * @param endpoint an emulator's address, which takes any credentials; null for AWS itself
     */
    public static AwsServices ofEnvironment(@Nullable URI endpoint) {
        if (endpoint != null) {
            AwsAccess emulator = AwsAccess.forEmulator(endpoint);
            return new AwsServices(emulator.credentials(), emulator.region(), endpoint);
        }
        return new AwsServices(
                DefaultCredentialsProvider.builder().build(), new DefaultAwsRegionProviderChain().getRegion(), null);
    }

    /** The table that this installation keeps everything in. */
    public DynamoDatabase openDatabase(DynamoSettings settings, Clock clock) {
        return DynamoDatabase.openTable(ownClient(access.dynamoDb(settings.timeout())), settings, clock);
    }

    /** The dead letters of these queues. */
    public SqsDeadLetters deadLetters(SqsSettings settings) {
        SqsAsyncClient client = ownClient(access.openSqs());
        return new SqsDeadLetters(client, SqsQueues.findUrls(client, settings));
    }

    /** A watch on parameters, to be given names and started. */
    public ParameterWatch openWatch() {
        return new ParameterWatch(ownClient(access.openParameters()));
    }

    /**
     * A document in S3 with a pointer in Parameter Store.
     *
     * @param pointer the parameter's name
     * @param prefix what the objects' keys begin with
     * @param copies a folder for copies on this machine
     */
    public Publication openPublication(String pointer, String bucket, String prefix, Path copies) {
        SsmClient parameters = ownClient(access.openParameters());
        S3Client objects = ownClient(access.openObjects());
        return new S3Publication(parameters, objects, new S3Publication.Place(pointer, bucket, prefix, copies));
    }

    @Override
    public void close() {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
    }

    private synchronized <T extends SdkAutoCloseable> T ownClient(T client) {
        clients.push(client);
        return client;
    }
}
