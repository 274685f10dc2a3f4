package dev.winnow.local.server;

import dev.winnow.history.MessageHistory;
import dev.winnow.ingest.IngestApplication;
import dev.winnow.ingest.IngestPorts;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.sender.SenderApplication;
import dev.winnow.sender.SenderPorts;
import dev.winnow.service.ProgramMetrics;
import dev.winnow.service.Stores;
import dev.winnow.sqlite.SpoolLimits;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.sqlite.SqliteHistory;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.WatchedTenantFile;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;
import dev.winnow.worker.WorkerApplication;
import dev.winnow.worker.WorkerPorts;
import dev.winnow.worker.rules.RuleFeed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * API, worker and callback sender in one JVM, around a queue in memory and one SQLite file. A kill and a new start on the same folder lose
 * no accepted message and no verdict. Start and close from one thread.
 */
public final class LocalServer implements AutoCloseable {
    /** The setting of the API's address, 127.0.0.1 where it is not given. */
    private static final String ADDRESS = "--server.address=";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private URI endpoint = URI.create("http://localhost");
    private @Nullable ConsoleParts consoleParts;

    private LocalServer() {}

    /** The queue for messages and the store for verdicts. */
    public record Backing(EnvelopeQueue queue, VerdictStore verdicts) {}

    /**
     * Starts all parts and returns when the API serves.
     *
     * @param data the data folder, made if it is missing
     * @param port the API's port; 0 takes a free one
     * @throws IOException if the data folder cannot be used
     * @throws IllegalStateException if another process uses the data folder
     */
    public static LocalServer start(Path data, int port, List<String> settings) throws IOException {
        return start(data, port, settings, UnaryOperator.identity());
    }

    /**
     * Starts all parts with a wrapper around the queue and the store, for measurements.
     *
     * @param around takes both and returns the ones that API and worker use
     */
    public static LocalServer start(Path data, int port, List<String> settings, UnaryOperator<Backing> around)
            throws IOException {
        LocalServer server = new LocalServer();
        try {
            server.startParts(data, port, settings, around);
            return server;
        } catch (IOException | RuntimeException | Error e) {
            server.closeAll().ifPresent(e::addSuppressed);
            throw e;
        }
    }

    /** The URL of the API. */
    public URI endpoint() {
        return endpoint;
    }

    private void startParts(Path data, int port, List<String> settings, UnaryOperator<Backing> around)
            throws IOException {
        String address = findAddress(settings);
        DataFolder folder = openPart(DataFolder.openFolder(data));
        TenantDirectory tenants = openPart(WatchedTenantFile.open(folder.tenantsFile()));
        MessageIds ids = new MessageIds(List.of(folder.idSecret()));
        SqliteDatabase database = openPart(SqliteDatabase.openFile(folder.databaseFile(), Clock.systemUTC()));
        MessageHistory history = openPart(SqliteHistory.openFile(folder.historyFile()));
        SecretSealer sealer = new SecretSealer(List.of(folder.masterKey(database.hasEndpoints())));
        SpoolLimits limits = SpoolSettings.read(settings).toLimits();
        parts.push(database::stopFeeding);
        Backing backing =
                around.apply(new Backing(database.spoolQueue(new MemoryEnvelopeQueue(), limits), database.verdicts()));
        Stores stores = Stores.of(database).withVerdicts(backing.verdicts());
        WebhookQueue notices = database.spoolQueue(new MemoryWebhookQueue(), limits);
        ProgramMetrics metrics = ProgramMetrics.newShared();
        metrics.addGauge(
                "winnow.spool.waiting",
                "bytes",
                "Messages on this machine without a verdict yet",
                database::waitingBytes);
        WebhookPorts webhooks = stores.openWebhooks(sealer, UrlPolicy.LOCAL);
        openPart(SenderApplication.start(
                new SenderPorts(notices, webhooks, ids, stores.pulses()), metrics, joinArguments(settings)));
        ConfigurableApplicationContext worker = openPart(WorkerApplication.start(
                new WorkerPorts(backing.queue(), stores, tenants, history, notices),
                metrics,
                joinArguments(
                        settings,
                        "--winnow.rules.folder=" + folder.rulesFolder(),
                        "--winnow.rules.figures=" + folder.ruleFigures())));
        ConfigurableApplicationContext api = openPart(IngestApplication.start(
                new IngestPorts(backing.queue(), stores, tenants, ids, webhooks),
                metrics,
                joinArguments(
                        settings.stream()
                                .filter(setting -> !setting.startsWith(ADDRESS))
                                .toList(),
                        "--server.port=" + port,
                        ADDRESS + address)));
        database.watchWritable(writable -> AvailabilityChangeEvent.publish(
                api, writable ? ReadinessState.ACCEPTING_TRAFFIC : ReadinessState.REFUSING_TRAFFIC));
        endpoint = URI.create("http://" + ListenAddress.toHost(address) + ":"
                + api.getEnvironment().getRequiredProperty("local.server.port"));
        consoleParts = new ConsoleParts(
                folder, database, stores, history, backing.queue(), ids, worker.getBean(RuleFeed.class));
    }

    /**
     * Starts the console beside the API, on a port and a web server of its own.
     *
     * @param port 0 takes a free one
     * @return the address with a token for one sign-in
     */
    public URI openConsole(int port, List<String> settings) throws IOException {
        ConsoleParts from = Objects.requireNonNull(consoleParts, "a console needs a started server");
        LocalConsole console = openPart(LocalConsole.start(
                from,
                joinArguments(
                        settings,
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--management.server.port=-1")));
        return console.signInLink();
    }

    private static String findAddress(List<String> settings) {
        return settings.stream()
                .filter(setting -> setting.startsWith(ADDRESS))
                .map(setting -> setting.substring(ADDRESS.length()))
                .findFirst()
                .orElse("127.0.0.1");
    }

    private <T extends AutoCloseable> T openPart(T part) {
        parts.push(part);
        return part;
    }

    private static String[] joinArguments(List<String> settings, String... own) {
        List<String> all = new java.util.ArrayList<>(settings);
        all.add("--spring.main.register-shutdown-hook=false");
        all.add("--spring.main.log-startup-info=false");
        // The programs share a registry, and each would add its filters and the meters of its executor.
        all.add("--logging.level.io.micrometer=error");
        for (String service : List.of("sqs", "parameterstore", "dynamodb", "s3")) {
            all.add("--spring.cloud.aws." + service + ".enabled=false");
        }
        all.addAll(List.of(own));
        return all.toArray(String[]::new);
    }

    /**
     * Stops taking messages, finishes accepted work and stops, last part first. A second call does nothing.
     *
     * @throws IllegalStateException if parts did not stop cleanly; all are closed, the first error is the cause and holds the others
     */
    @Override
    public void close() {
        closeAll().ifPresent(failure -> {
            throw new IllegalStateException("a part of the server did not stop cleanly: " + failure, failure);
        });
    }

    private Optional<Throwable> closeAll() {
        return PartsCloser.closeAll(parts);
    }
}
