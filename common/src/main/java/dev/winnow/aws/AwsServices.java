package dev.winnow.aws;

import dev.winnow.history.MessageHistory;
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

/** Opens our ports on AWS, and owns the clients that it makes. Any thread. */
public final class AwsServices implements AutoCloseable {
    private final AwsAccess access;
    private final Deque<SdkAutoCloseable> clients = new ArrayDeque<>();

    /**
     * Uses AWS or an emulator with the given credentials.
     *
     * @param endpoint the address of the emulator; null for AWS itself
     */
    public AwsServices(AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
        this.access = new AwsAccess(credentials, region, endpoint);
    }

    /**
     * Uses AWS with the credentials and the region of the environment, by the SDK's default chains; for a command line.
     *
     * @param endpoint the address of an emulator, which takes any credentials; null for AWS itself
     */
    public static AwsServices ofEnvironment(@Nullable URI endpoint) {
        if (endpoint != null) {
            AwsAccess emulator = AwsAccess.forEmulator(endpoint);
            return new AwsServices(emulator.credentials(), emulator.region(), endpoint);
        }
        return new AwsServices(
                DefaultCredentialsProvider.builder().build(), new DefaultAwsRegionProviderChain().getRegion(), null);
    }

    /** The stores of this installation, all in one table. */
    public DynamoDatabase openDatabase(DynamoSettings settings, Clock clock) {
        return DynamoDatabase.openTable(ownClient(access.dynamoDb(settings.timeout())), settings, clock);
    }

    /** The dead letters of the scan queues. */
    public SqsDeadLetters deadLetters(SqsSettings settings) {
        SqsAsyncClient client = ownClient(access.openSqs());
        return new SqsDeadLetters(client, SqsQueues.findUrls(client, settings));
    }

    /** The history of this installation, in objects of a bucket. */
    public MessageHistory openHistory(String bucket) {
        return new S3History(ownClient(access.openObjects()), bucket);
    }

    /** Objects of a bucket that a command and its task share, under a prefix that ends with a slash. */
    public SharedFolder openSharedFolder(String bucket, String prefix) {
        return new SharedFolder(ownClient(access.openObjects()), bucket, prefix);
    }

    /** The one-off tasks of this installation. */
    public FleetTasks openTasks() {
        return new FleetTasks(ownClient(access.openTasks()), ownClient(access.openParameters()));
    }

    /** A watch on parameters; the caller names the parameters and starts it. */
    public ParameterWatch openWatch() {
        return new ParameterWatch(ownClient(access.openParameters()));
    }

    /**
     * A document in S3 with a pointer in Parameter Store.
     *
     * @param pointer the name of the parameter
     * @param prefix the beginning of the keys of all objects
     * @param copies a folder on this machine for copies of the objects
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
