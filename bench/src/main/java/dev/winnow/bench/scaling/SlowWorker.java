package dev.winnow.bench.scaling;

import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.bench.Pause;
import dev.winnow.service.Stores;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.worker.WorkerApplication;
import dev.winnow.worker.WorkerPorts;
import dev.winnow.worker.poll.WorkerMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * A scan worker in a process of its own, with one change: its scanning thread waits whenever it asks for the tenant, which is twice a
 * message. The wait stands for work: many workers at full speed would measure two cores, not the scaling. Prints its progress on standard
 * output, and ends when standard input does.
 */
final class SlowWorker {
    static final String READY = "winnow-task ready";
    static final String DONE = "winnow-task done ";

    /**
     * The time by which the scanning thread may be ahead or behind: it sleeps rarely, and catches up after a late wake-up on a busy
     * machine.
     */
    private static final long SLACK_NANOS = 50_000_000;

    private static final long REPORT_MILLIS = 100;

    /** The usual queues, with a visibility timeout so short that the messages of a killed worker come back during the run. */
    static final SqsSettings QUEUES = new SqsSettings(
            SqsSettings.DEFAULT.scanQueue(),
            SqsSettings.DEFAULT.bulkQueue(),
            SqsSettings.DEFAULT.deadLetterQueue(),
            Duration.ofSeconds(10),
            false);

    private SlowWorker() {}

    /** Takes three arguments: the queue server's address, the database's file, the wait in milliseconds. */
    public static void main(String... arguments) throws Exception {
        SqsAsyncClient client = SqsQueues.openEmulator(URI.create(arguments[0]));
        SqliteDatabase database = SqliteDatabase.openFile(Path.of(arguments[1]), Clock.systemUTC());
        TenantDirectory slow = new Slow(Duration.ofMillis(Long.parseLong(arguments[2])));
        ConfigurableApplicationContext worker = WorkerApplication.start(
                new WorkerPorts(SqsQueues.openEnvelopes(client, QUEUES), Stores.of(database), slow),
                "--winnow.worker.scan-threads=1",
                "--winnow.worker.concurrency=20",
                // The simulator knows no second lane.
                "--winnow.worker.sideline-after=0s",
                "--logging.level.root=warn",
                "--spring.cloud.aws.sqs.enabled=false",
                "--spring.cloud.aws.dynamodb.enabled=false",
                "--spring.cloud.aws.s3.enabled=false");
        System.out.println(READY);
        WorkerMetrics metrics = worker.getBean(WorkerMetrics.class);
        Thread.ofVirtual().start(() -> reportProgress(metrics));
        endWithParent();
    }

    private static void reportProgress(WorkerMetrics metrics) {
        try {
            while (true) {
                System.out.println(DONE + metrics.messages() + " " + metrics.inFlight());
                Thread.sleep(REPORT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endWithParent() throws IOException {
        var _ = System.in.readAllBytes();
        System.exit(0);
    }

    /** A directory without tenants that waits before each answer. Only the one scanning thread calls it. */
    private static final class Slow implements TenantDirectory {
        private final long waitNanos;
        private long free = System.nanoTime();

        Slow(Duration wait) {
            this.waitNanos = wait.toNanos();
        }

        @Override
        public Optional<Credential> authenticateKey(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Tenant> findByAppToken(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<Tenant> findTenant(String tenantId) {
            if (waitNanos == 0) {
                return Optional.empty();
            }
            long now = System.nanoTime();
            free = Math.max(free, now - SLACK_NANOS) + waitNanos;
            if (free - now > SLACK_NANOS) {
                Pause.pauseFor(Duration.ofNanos(free - now));
            }
            return Optional.empty();
        }
    }
}
