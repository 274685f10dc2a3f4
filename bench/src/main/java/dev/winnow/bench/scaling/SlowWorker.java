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
 * A scan worker in a process of its own, whole but for one thing: its scanning thread waits whenever it asks for the tenant, which is
 * twice a message. The wait stands for work: many workers at full speed would measure two cores, not the scaling.
 * Tells on standard output how far it is, and ends when standard input does.
 */
final class SlowWorker {
    static final String READY = "winnow-task ready";
    static final String DONE = "winnow-task done ";

    /** So far the scanning thread may be ahead or behind: it sleeps rarely, and makes up for being woken up late on a busy machine. */
    private static final long SLACK_NANOS = 50_000_000;

    private static final long REPORT_MILLIS = 100;

    /** The usual ones; what a killed worker held comes back while the run lasts. */
    static final SqsSettings QUEUES = new SqsSettings(
            SqsSettings.DEFAULT.scanQueue(),
            SqsSettings.DEFAULT.bulkQueue(),
            SqsSettings.DEFAULT.deadLetterQueue(),
            Duration.ofSeconds(10),
            false);

    private SlowWorker() {}

    /** Arguments: the queue server's address, the database's file, how many milliseconds it waits. */
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

    /** Knows nobody, and takes its time. The one scanning thread asks. */
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
