package dev.winnow.bench.pipeline;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.yara.RuleSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Fills a store like one that has kept verdicts for long. */
final class StoredItems {
    private static final int SAVES_UNDER_WAY = 512;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private StoredItems() {}

    /** Writes this many items of one verdict each into the store of a data folder. */
    static void writeItems(Path data, int items) throws InterruptedException {
        Semaphore places = new Semaphore(SAVES_UNDER_WAY);
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            VerdictStore store = database.verdicts();
            for (int i = 0; i < items; i++) {
                places.acquire();
                Future<?> _ = threads.submit(() -> {
                    try {
                        return store.saveVerdicts(createVerdict());
                    } finally {
                        places.release();
                    }
                });
            }
            places.acquire(SAVES_UNDER_WAY);
        }
    }

    private static EnvelopeVerdicts createVerdict() {
        Instant now = Instant.now();
        Verdict clean = new Verdict.Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of());
        return new EnvelopeVerdicts(
                IDS.generate(), 1, "0000", RuleSet.ENGINE_VERSION, now, List.of(new SlotVerdict(clean, null, now)));
    }
}
