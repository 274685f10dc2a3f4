package dev.winnow.sqlite;

import dev.winnow.audit.AuditLog;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.RescanStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.pulse.PulseLog;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookQueue;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The stores of one machine in one SQLite file, in WAL mode with full synchronisation: a confirmed write survives a kill and a power cut.
 * Several processes may open the same file. Any thread.
 */
public final class SqliteDatabase implements AutoCloseable {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final VerdictStore verdicts;
    private final SqliteSpool spool;
    private final CrashMarks marks;
    private final IdempotencyStore requests;
    private final FeedbackStore feedback;
    private final EndpointStore endpoints;
    private final DueWebhooks due;
    private final AttemptLog attempts;
    private final RuleStatistics statistics;
    private final TenantUsage usage;
    private final PulseLog pulses;
    private final AuditLog audit;
    private final CampaignLog campaigns;
    private final SqliteDeadLetters letters;
    private final RescanStore rescans;
    private final List<Runnable> feeding = new CopyOnWriteArrayList<>();
    private final List<LongSupplier> waiting = new CopyOnWriteArrayList<>();

    private SqliteDatabase(SqliteWriter writer, SqliteReaders readers, Clock clock, LongSupplier nanos) {
        SteadyExpiry expiry = new SteadyExpiry(clock, nanos);
        this.writer = writer;
        this.readers = readers;
        this.verdicts = new SqliteVerdictStore(writer, readers, clock, expiry);
        this.spool = new SqliteSpool(writer, readers);
        this.marks = new SqliteCrashMarks(writer, readers);
        this.requests = new SqliteIdempotencyStore(writer, clock, expiry);
        this.feedback = new SqliteFeedbackStore(writer, readers, clock, expiry);
        this.endpoints = new SqliteEndpointStore(writer, readers);
        this.due = new SqliteDueWebhooks(writer, readers, clock, expiry);
        this.attempts = new SqliteAttemptLog(writer, readers, clock, expiry);
        this.statistics = new SqliteRuleStatistics(writer, readers, expiry);
        this.usage = new SqliteTenantUsage(writer, readers, expiry);
        this.pulses = new SqlitePulseLog(writer, readers);
        this.audit = new SqliteAuditLog(writer, readers, expiry);
        this.campaigns = new SqliteCampaignLog(writer, readers, expiry);
        this.letters = new SqliteDeadLetters(writer, readers, expiry);
        this.rescans = new SqliteRescanStore(writer, readers, clock, expiry);
    }

    /**
     * Opens the file. A missing file is made with mode 0600, because it may hold texts.
     *
     * @throws StoreUnavailableException if it cannot be opened; says which file and why
     */
    public static SqliteDatabase openFile(Path file, Clock clock) {
        return PrivateFile.open(file, connections -> openFile(connections, clock));
    }

    static SqliteDatabase openFile(SqliteConnections connections, Clock clock) throws SQLException {
        return openFile(connections, clock, System::nanoTime);
    }

    /** Opens the file with a steady time for {@link SteadyExpiry}. */
    static SqliteDatabase openFile(SqliteConnections connections, Clock clock, LongSupplier nanos) throws SQLException {
        SqliteWriter writer = SqliteWriter.open(connections);
        try {
            return new SqliteDatabase(writer, SqliteReaders.open(connections), clock, nanos);
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Whether the file has a webhook endpoint, which needs the master key for its secret. */
    public boolean hasEndpoints() {
        return readers.read(statements -> {
            try (ResultSet row =
                    statements.prepare("SELECT 1 FROM endpoints LIMIT 1").executeQuery()) {
                return row.next();
            }
        });
    }

    /** Whether the last write or trial write succeeded; after a failure a trial write follows each second. */
    public boolean isWritable() {
        return writer.health().isWritable();
    }

    /** Calls the listener now and at each change with whether the file takes writes. It runs on the writing thread and must be quick. */
    public void watchWritable(Consumer<Boolean> listener) {
        writer.health().watch(listener);
    }

    /** The verdicts in this file. Closing this store has no effect: close the database. */
    public VerdictStore verdicts() {
        return verdicts;
    }

    /** The crash marks in this file; the marks of an envelope are deleted when its verdicts are saved. */
    public CrashMarks marks() {
        return marks;
    }

    /** The repeatable requests in this file. */
    public IdempotencyStore idempotency() {
        return requests;
    }

    /** The feedback in this file. */
    public FeedbackStore feedback() {
        return feedback;
    }

    /** The endpoints in this file. */
    public EndpointStore endpoints() {
        return endpoints;
    }

    /** The due webhooks and the buried webhooks in this file. */
    public DueWebhooks dueWebhooks() {
        return due;
    }

    /** The last attempts of every endpoint in this file. */
    public AttemptLog attempts() {
        return attempts;
    }

    /** The sums of rules in this file. */
    public RuleStatistics statistics() {
        return statistics;
    }

    /** The messages of each tenant and day in this file. */
    public TenantUsage usage() {
        return usage;
    }

    /** The pulses of all programs in this file. */
    public PulseLog pulses() {
        return pulses;
    }

    /** The actions of operators in this file. */
    public AuditLog audit() {
        return audit;
    }

    /** The rescans in this file. */
    public RescanStore rescans() {
        return rescans;
    }

    /** The campaigns in this file, and what workers report of them. */
    public CampaignLog campaigns() {
        return campaigns;
    }

    /** The dead letters in this file. A letter can be sent again once a queue is made durable with {@link #spoolQueue}. */
    public DeadLetterBox deadLetters() {
        return letters;
    }

    /** The envelopes that wait in the spool now. */
    public SpoolState readSpool() {
        return spool.readState();
    }

    /**
     * Makes a queue durable: an envelope is written to this file before it is sent, and leaves the file when it is worked on. Envelopes that
     * an earlier run left are sent again now.
     */
    public EnvelopeQueue spoolQueue(EnvelopeQueue queue) {
        return spoolQueue(queue, SpoolLimits.DEFAULT);
    }

    /**
     * Makes a queue durable, with limits.
     *
     * @param limits the most bytes that wait, and the most envelopes in the queue at once
     */
    public EnvelopeQueue spoolQueue(EnvelopeQueue queue, SpoolLimits limits) {
        SpooledEnvelopeQueue spooled = SpooledEnvelopeQueue.resumeQueue(queue, spool, letters, limits);
        feeding.add(spooled::close);
        waiting.add(spooled::waitingBytes);
        return spooled;
    }

    /** The bytes of all messages in this file that have no verdict yet. */
    public long waitingBytes() {
        return waiting.stream().mapToLong(LongSupplier::getAsLong).sum();
    }

    /** Makes a queue of webhook notices durable: a notice leaves the file when it is worked on. */
    public WebhookQueue spoolQueue(WebhookQueue queue) {
        return spoolQueue(queue, SpoolLimits.DEFAULT);
    }

    /** Makes a queue of webhook notices durable, with limits, of which only the window counts: notices are small. */
    public WebhookQueue spoolQueue(WebhookQueue queue, SpoolLimits limits) {
        SpooledWebhookQueue spooled = SpooledWebhookQueue.resumeQueue(queue, new NoticeSpool(writer, readers), limits);
        feeding.add(spooled::close);
        return spooled;
    }

    /** Stops sending from the file, so that the queues behind it can be closed. A second call does nothing. */
    public void stopFeeding() {
        feeding.forEach(Runnable::run);
        feeding.clear();
    }

    /** Finishes the writes under way and closes the file. A second call does nothing. */
    @Override
    public void close() {
        stopFeeding();
        writer.close();
        readers.close();
    }
}
