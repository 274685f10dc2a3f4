package dev.winnow.bench.console;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.winnow.audit.AuditEntry;
import dev.winnow.console.tenants.TenantFileBook;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Fills the store of a server on this machine with the data that weeks of traffic leave. */
final class FullStore {
    private static final int SLOTS = 200;
    private static final int WRITERS = 512;
    private static final int RULES = 200;
    private static final int DAYS = 30;
    private static final int ENTRIES = 10_000;
    private static final String TEXT = "Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay";
    private static final TimeBasedEpochGenerator ENVELOPES = Generators.timeBasedEpochGenerator();

    private FullStore() {}

    /** Adds verdicts, rule statistics, audit entries and tenants to a folder on which a server runs, and dead letters to its queue. */
    static void fill(Path data, LocalServer.Backing backing, int verdicts, int letters, int tenants) throws Exception {
        List<SlotVerdict> slots = Collections.nCopies(
                SLOTS,
                new SlotVerdict(
                        new Verdict.Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of()),
                        null,
                        Instant.now()));
        repeat(
                verdicts / SLOTS,
                _ -> backing.verdicts()
                        .saveVerdicts(
                                new EnvelopeVerdicts(ENVELOPES.generate(), 1, "full", "full", Instant.now(), slots)));
        repeat(letters, i -> backing.queue().buryDelivery(newLetter("reason " + i % 20)));
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
            addStatistics(database);
            repeat(
                    ENTRIES,
                    i -> database.audit()
                            .appendEntry(AuditEntry.of(
                                    Instant.now(), "jo", "admin", "page", "create key", "t" + i, "full")));
        }
        new TenantFileBook(data.resolve("tenants.yaml")).changeTenants(all -> {
            for (int i = 0; i < tenants; i++) {
                ApiKey key = new ApiKey("phone", ApiKey.hashKey("key " + i), Set.of(Scope.SUBMIT));
                all.add(new Tenant("tenant-%05d".formatted(i), List.of(key), TenantSettings.DEFAULT));
            }
            return all;
        });
    }

    private static DeadLetter newLetter(String reason) {
        UUID id = ENVELOPES.generate();
        Envelope.Slot slot = new Envelope.Slot("demo", SmsMessage.ofText(TEXT), Instant.now());
        String body = "{\"v\":1,\"id\":\"%s\",\"g\":\"g1\",\"m\":[%s]}"
                .formatted(id, EnvelopeCodec.encode(slot).json());
        Instant now = Instant.now();
        return new DeadLetter(new Delivery("r", body, 5, now, now), reason, now, "full");
    }

    private static void addStatistics(SqliteDatabase database) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int day = 1; day < DAYS; day++) {
            Map<String, RuleCounts> sums = new HashMap<>();
            for (int rule = 0; rule < RULES; rule++) {
                sums.put("rule_" + rule, new RuleCounts(1_000 + rule, 100, 5, 1, 20, 2));
            }
            database.statistics().saveDay(today.minusDays(day), new RuleSums(300_000, sums));
        }
    }

    /** Runs an action many times at once, because the store joins the writes that wait. */
    private static void repeat(int times, IntConsumer action) throws Exception {
        Semaphore free = new Semaphore(WRITERS);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                free.acquire();
                Future<?> _ = writers.submit(() -> {
                    try {
                        action.accept(number);
                    } catch (RuntimeException e) {
                        failure.set(e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
