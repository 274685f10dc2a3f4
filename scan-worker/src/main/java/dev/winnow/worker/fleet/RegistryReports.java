package dev.winnow.worker.fleet;

import dev.winnow.publication.WorkerRegistry;
import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every minute, at a moment of its own, that this worker is there and which rules it runs. */
public final class RegistryReports implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RegistryReports.class);
    private static final long EVERY_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long FIRST_MILLIS = Duration.ofSeconds(2).toMillis();

    private final String worker = UUID.randomUUID().toString();
    private final WorkerRegistry roster;
    private final Supplier<String> ruleset;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("roster").factory());

    private RegistryReports(WorkerRegistry roster, Supplier<String> ruleset) {
        this.roster = roster;
        this.ruleset = ruleset;
    }

    /** Starts saying. */
    public static RegistryReports start(WorkerRegistry roster, Supplier<String> ruleset) {
        RegistryReports reports = new RegistryReports(roster, ruleset);
        Future<?> _ = reports.timer.scheduleWithFixedDelay(
                reports::reportOnce,
                ThreadLocalRandom.current().nextLong(FIRST_MILLIS),
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        return reports;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void reportOnce() {
        try {
            roster.reportWorker(worker, ruleset.get());
        } catch (StoreUnavailableException e) {
            log.warn("The roster does not know this worker: {}", e.getMessage());
        }
    }
}
