package dev.winnow.bench.scaling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the messages a second of a worker with enough work, new and warm. One thread. */
final class ServiceRate {
    /** The waiting envelopes for each worker below which one may be without work: two receives. */
    private static final int MIN_WAITING_EACH = 20;

    /** The progress of one worker at one moment. */
    private record Progress(double seconds, long messages) {}

    /** Messages and the seconds that they took. */
    private static final class Sum {
        private double messages;
        private double seconds;

        double ratePerSecond() {
            return seconds == 0 ? 0 : messages / seconds;
        }
    }

    private final double warmSeconds;
    private final Sum cold = new Sum();
    private final Sum warm = new Sum();
    private Map<WorkerProcess, Progress> before = Map.of();

    /** Creates a measurement in which workers count as new for this many seconds. */
    ServiceRate(double warmSeconds) {
        this.warmSeconds = warmSeconds;
    }

    /** Reads the progress of all workers, and counts it if there was enough work since the last call. */
    void countProgress(FastClock clock, List<WorkerProcess> workers, long waitingEnvelopes) {
        Map<WorkerProcess, Progress> now = new HashMap<>();
        if (waitingEnvelopes >= (long) MIN_WAITING_EACH * workers.size()) {
            workers.forEach(worker -> now.put(worker, new Progress(clock.clockSeconds(), worker.messages())));
        }
        now.forEach((worker, seen) -> countWorker(clock, worker, seen, before.get(worker)));
        before = now;
    }

    private void countWorker(FastClock clock, WorkerProcess worker, Progress seen, @Nullable Progress earlier) {
        Instant ready = worker.ready();
        if (earlier == null || ready == null) {
            return;
        }
        Sum sum = earlier.seconds() - clock.secondsAt(ready) < warmSeconds ? cold : warm;
        sum.messages += seen.messages() - earlier.messages();
        sum.seconds += seen.seconds() - earlier.seconds();
    }

    /** Messages a second of a warm worker; 0 when none was ever busy. */
    double warm() {
        return warm.ratePerSecond();
    }

    /** A new worker's speed as a share of a warm one's, 0 to 1; 1 when none was ever busy. */
    double coldSpeed() {
        return cold.ratePerSecond() == 0 || warm.ratePerSecond() == 0
                ? 1
                : Math.min(1, cold.ratePerSecond() / warm.ratePerSecond());
    }
}
