package dev.winnow.local.crash;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.service.Stores;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.worker.WorkerApplication;
import dev.winnow.worker.WorkerPorts;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A worker that reads memory outside its bounds, like a bug in native code, when it scans a message of the tenant {@value #TENANT}. */
public final class PoisonedWorker {
    static final String TENANT = "poison";

    private PoisonedWorker() {}

    public static void main(String... arguments) {
        URI endpoint = URI.create(System.getenv("SPRING_CLOUD_AWS_ENDPOINT"));
        SqsSettings queues = new SqsSettings(
                System.getenv("WINNOW_QUEUE_SCANQUEUE"),
                System.getenv("WINNOW_QUEUE_BULKQUEUE"),
                System.getenv("WINNOW_QUEUE_DEADLETTERQUEUE"),
                FleetProcesses.VISIBILITY,
                true);
        SqsAsyncClient client = SqsQueues.openEmulator(endpoint);
        AwsServices aws = AwsServices.ofEnvironment(endpoint);
        DynamoDatabase database = aws.openDatabase(
                new DynamoSettings(System.getenv("WINNOW_DYNAMODB_TABLE"), DynamoSettings.DEFAULT.timeout()),
                Clock.systemUTC());
        var _ = WorkerApplication.start(
                new WorkerPorts(SqsQueues.openEnvelopes(client, queues), Stores.of(database), new Poisonous()),
                // As when it starts alone: with nothing to scan yet, no thread of its own would keep the process.
                "--spring.main.keep-alive=true",
                "--winnow.bucket=",
                "--spring.config.import=",
                "--spring.cloud.aws.sqs.enabled=false");
    }

    /** The directory that reads bad memory: the scanning thread asks for a tenant's settings right before it scans. */
    private static final class Poisonous implements TenantDirectory {
        @Override
        public Optional<Credential> authenticateKey(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Tenant> findByAppToken(String token) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("restricted")
        public Optional<Tenant> findTenant(String tenantId) {
            boolean scanning = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith("EnvelopeScan")
                                    && frame.getMethodName().equals("settingsOf")));
            if (scanning && tenantId.equals(TENANT)) {
                MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            }
            return Optional.empty();
        }
    }
}
