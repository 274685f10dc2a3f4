package dev.winnow.bench.scaling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many messages a second a worker does while the queue gives it all it can take, when new and when warm. One thread. */
final class ServiceRate {
    /** Fewer waiting envelopes than two receives of every worker could leave one without work. */
    private static final int ENOUGH_EACH = 20;

    /** One worker at one moment. */
    private record Seen(double seconds, long messages) {}

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
    private Map<WorkerProcess, Seen> before = Map.of();

    /** Workers count as new for so many seconds. */
    ServiceRate(double warmSeconds) {
        this.warmSeconds = warmSeconds;
    }

    /** Notes what all have done; counts what they did since the last time if there was enough to do all along. */
    void countProgress(FastClock clock, List<WorkerProcess> workers, long waitingEnvelopes) {
        Map<WorkerProcess, Seen> now = new HashMap<>();
        if (waitingEnvelopes >= (long) ENOUGH_EACH * workers.size()) {
            workers.forEach(worker -> now.put(worker, new Seen(clock.clockSeconds(), worker.messages())));
        }
        now.forEach((worker, seen) -> countWorker(clock, worker, seen, before.get(worker)));
        before = now;
    }

    private void countWorker(FastClock clock, WorkerProcess worker, Seen seen, @Nullable Seen earlier) {
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
