package dev.winnow.bench.scaling;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The tasks of the service as processes, which start, work and stop. One thread. */
final class RealFleet implements AutoCloseable {
    /** The shortest time that Fargate bills for a task, in seconds. */
    private static final double MIN_BILL = 60;

    /** The wait of a worker, twice for each message: fifty messages a second. */
    private static final long WAIT_MILLIS = 10;

    private static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI queue;
    private final Path database;
    private final Path cache;
    private final List<WorkerProcess> starting = new ArrayList<>();
    private final List<WorkerProcess> running = new ArrayList<>();
    private final List<WorkerProcess> all = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private double billed;
    private int largest;

    RealFleet(URI queue, Path database) {
        this.queue = queue;
        this.database = database;
        this.cache = database.resolveSibling("worker.aot");
    }

    /**
     * Lets a worker scan this many messages and keeps an AOT cache of it: without the cache, workers that start take the processor from the
     * others.
     */
    void trainCache(long messages) throws IOException, InterruptedException {
        try (WorkerProcess worker = startProcess(FAST_START, "-Xlog:disable", "-XX:AOTCacheOutput=" + cache)) {
            awaitCondition(() -> worker.messages() >= messages);
            worker.requestStop();
            worker.awaitEnd();
        }
    }

    /** Starts workers up to this number and waits for them: the fleet at the beginning of the run. */
    void openWorkers(int tasks) throws IOException, InterruptedException {
        while (all.size() < tasks) {
            startWorker();
        }
        awaitCondition(() -> {
            findReady();
            return starting.isEmpty();
        });
        starts.clear();
    }

    private static void awaitCondition(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no worker was ready in time: see worker.log in the run's folder");
            }
            Thread.sleep(20);
        }
    }

    /** Finds the workers that are ready by now. */
    void findReady() {
        for (WorkerProcess worker : List.copyOf(starting)) {
            Instant ready = worker.ready();
            if (ready != null) {
                starting.remove(worker);
                running.add(worker);
                starts.add(FastClock.secondsBetween(worker.asked(), ready));
            }
        }
        largest = Math.max(largest, running.size());
        for (WorkerProcess worker : List.copyOf(starting)) {
            requireAlive(worker);
        }
        running.forEach(RealFleet::requireAlive);
    }

    /** Starts or stops workers. Workers that start are stopped first, then idle ones; a busy one is asked again next time. */
    void resizeFleet(FastClock clock, int desired) throws IOException {
        while (starting.size() + running.size() < desired) {
            startWorker();
        }
        while (starting.size() + running.size() > desired && !starting.isEmpty()) {
            removeWorker(clock, starting.removeLast());
        }
        running.stream()
                .filter(worker -> !worker.isProtected())
                .sorted(Comparator.comparing(worker -> Objects.requireNonNull(worker.ready())))
                .limit(Math.max(0, running.size() - desired))
                .toList()
                .forEach(worker -> {
                    running.remove(worker);
                    removeWorker(clock, worker);
                });
    }

    List<WorkerProcess> running() {
        return List.copyOf(running);
    }

    int largest() {
        return largest;
    }

    /** The start times of the workers that were started during the run, in seconds. */
    List<Double> startSeconds() {
        return List.copyOf(starts);
    }

    /** The messages that all workers have scanned, stopped workers included. */
    long countMessages() {
        return all.stream().mapToLong(WorkerProcess::messages).sum();
    }

    /** The task-seconds until now; the first workers count from the start of the run. */
    double billedSeconds(FastClock clock) {
        double open = 0;
        for (List<WorkerProcess> workers : List.of(starting, running)) {
            for (WorkerProcess worker : workers) {
                open += ageOf(clock, worker);
            }
        }
        return billed + open;
    }

    private void startWorker() throws IOException {
        WorkerProcess worker = startProcess(FAST_START, "-XX:AOTCache=" + cache);
        starting.add(worker);
        all.add(worker);
    }

    private WorkerProcess startProcess(String... options) throws IOException {
        return WorkerProcess.start(queue, database, WAIT_MILLIS, options);
    }

    private void removeWorker(FastClock clock, WorkerProcess worker) {
        worker.requestStop();
        billed += Math.max(MIN_BILL, ageOf(clock, worker));
    }

    private static double ageOf(FastClock clock, WorkerProcess worker) {
        return clock.clockSeconds() - Math.max(0, clock.secondsAt(worker.asked()));
    }

    private static void requireAlive(WorkerProcess worker) {
        if (!worker.isAlive()) {
            throw new IllegalStateException("a worker ended by itself: see worker.log in the run's folder");
        }
    }

    /** Kills all workers, after the last message. */
    void killAll() {
        all.forEach(WorkerProcess::close);
    }

    @Override
    public void close() {
        killAll();
    }
}
