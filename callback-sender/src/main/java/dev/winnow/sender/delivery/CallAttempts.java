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
    void attemptFirst(Webhook callback) throws InterruptedException {
        CallOutcome outcome = courier.deliverWebhook(callback);
        Instant now = clock.instant();
        switch (RetrySchedule.nextAfter(callback, outcome, now)) {
            case Next.Done _ -> {}
            case Next.Later(Webhook next, Instant dueAt) -> due.addDue(next, dueAt);
            case Next.Never(Webhook last) -> buryWebhook(last, now);
        }
    }

    /** A call that was kept and is claimed. */
    void attemptAgain(Claim claim) throws InterruptedException {
        CallOutcome outcome = courier.deliverWebhook(claim.callback());
        Instant now = clock.instant();
        switch (RetrySchedule.nextAfter(claim.callback(), outcome, now)) {
            case Next.Done _ -> due.finishClaim(claim);
            case Next.Later(Webhook next, Instant dueAt) -> due.postponeClaim(claim, next, dueAt);
            case Next.Never(Webhook last) -> {
                buryWebhook(last, now);
                due.finishClaim(claim);
            }
        }
    }

    private void buryWebhook(Webhook last, Instant at) {
        due.buryWebhook(last, at);
        metrics.gaveUp();
    }
}
