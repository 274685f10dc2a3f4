package dev.winnow.sender.delivery;

import dev.winnow.sender.delivery.RetrySchedule.Next;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Claim;
import dev.winnow.webhook.Webhook;
import java.time.Clock;
import java.time.Instant;

/** Makes a call and writes down what comes next for it. Any thread; blocks. */
final class CallAttempts {
    private final EndpointCaller courier;
    private final DueWebhooks due;
    private final SenderMetrics metrics;
    private final Clock clock;

    CallAttempts(EndpointCaller courier, DueWebhooks due, SenderMetrics metrics, Clock clock) {
        this.courier = courier;
        this.due = due;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A call that is kept nowhere yet. */
    void first(Webhook callback) throws InterruptedException {
        CallOutcome outcome = courier.deliver(callback);
        Instant now = clock.instant();
        switch (RetrySchedule.after(callback, outcome, now)) {
            case Next.Done _ -> {}
            case Next.Later(Webhook next, Instant dueAt) -> due.add(next, dueAt);
            case Next.Never(Webhook last) -> bury(last, now);
        }
    }

    /** A call that was kept and is claimed. */
    void again(Claim claim) throws InterruptedException {
        CallOutcome outcome = courier.deliver(claim.callback());
        Instant now = clock.instant();
        switch (RetrySchedule.after(claim.callback(), outcome, now)) {
            case Next.Done _ -> due.finish(claim);
            case Next.Later(Webhook next, Instant dueAt) -> due.postpone(claim, next, dueAt);
            case Next.Never(Webhook last) -> {
                bury(last, now);
                due.finish(claim);
            }
        }
    }

    private void bury(Webhook last, Instant at) {
        due.bury(last, at);
        metrics.gaveUp();
    }
}
