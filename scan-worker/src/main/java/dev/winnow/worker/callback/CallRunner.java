package dev.winnow.worker.callback;

import dev.winnow.callback.Callback;
import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.DueCallbacks.Claim;
import dev.winnow.worker.callback.RetrySchedule.Next;
import java.time.Clock;
import java.time.Instant;

/** Makes a call and writes down what comes next for it. Any thread; blocks. */
final class CallRunner {
    private final Courier courier;
    private final DueCallbacks due;
    private final SenderMetrics metrics;
    private final Clock clock;

    CallRunner(Courier courier, DueCallbacks due, SenderMetrics metrics, Clock clock) {
        this.courier = courier;
        this.due = due;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A call that is kept nowhere yet. */
    void first(Callback callback) throws InterruptedException {
        Outcome outcome = courier.deliver(callback);
        Instant now = clock.instant();
        switch (RetrySchedule.after(callback, outcome, now)) {
            case Next.Done _ -> {}
            case Next.Later(Callback next, Instant dueAt) -> due.add(next, dueAt);
            case Next.Never(Callback last) -> bury(last, now);
        }
    }

    /** A call that was kept and is claimed. */
    void again(Claim claim) throws InterruptedException {
        Outcome outcome = courier.deliver(claim.callback());
        Instant now = clock.instant();
        switch (RetrySchedule.after(claim.callback(), outcome, now)) {
            case Next.Done _ -> due.finish(claim);
            case Next.Later(Callback next, Instant dueAt) -> due.postpone(claim, next, dueAt);
            case Next.Never(Callback last) -> {
                bury(last, now);
                due.finish(claim);
            }
        }
    }

    private void bury(Callback last, Instant at) {
        due.bury(last, at);
        metrics.gaveUp();
    }
}
