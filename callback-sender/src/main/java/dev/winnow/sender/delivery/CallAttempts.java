package dev.winnow.sender.delivery;

import dev.winnow.sender.delivery.RetrySchedule.Next;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Claim;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a webhook call and stores the next step of its schedule: a later try, or a dead letter. An unexpected exception of a call counts as
 * a failed try, so that the call ends with its schedule. Any thread; blocks.
 */
final class CallAttempts {
    private static final Logger log = LoggerFactory.getLogger(CallAttempts.class);

    private final EndpointCaller caller;
    private final DueWebhooks due;
    private final SenderMetrics metrics;
    private final Clock clock;

    CallAttempts(EndpointCaller caller, DueWebhooks due, SenderMetrics metrics, Clock clock) {
        this.caller = caller;
        this.due = due;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Makes the first call of a webhook that is not stored yet.
     *
     * @throws StoreUnavailableException if the store did not answer; the call may have been made
     */
    void attemptFirst(Webhook webhook) throws InterruptedException {
        CallOutcome outcome = tryCall(webhook);
        Instant now = clock.instant();
        switch (RetrySchedule.nextAfter(webhook, outcome, now)) {
            case Next.Done _ -> {}
            case Next.Later(Webhook next, Instant dueAt) -> due.addDue(next, dueAt);
            case Next.Never(Webhook last) -> buryWebhook(last, now);
        }
    }

    /**
     * Makes the call of a stored webhook that this sender has claimed.
     *
     * @throws StoreUnavailableException if the store did not answer; the call may have been made and is claimed again later
     */
    void attemptAgain(Claim claim) throws InterruptedException {
        CallOutcome outcome = tryCall(claim.webhook());
        Instant now = clock.instant();
        switch (RetrySchedule.nextAfter(claim.webhook(), outcome, now)) {
            case Next.Done _ -> due.finishClaim(claim);
            case Next.Later(Webhook next, Instant dueAt) -> due.postponeClaim(claim, next, dueAt);
            case Next.Never(Webhook last) -> {
                buryWebhook(last, now);
                due.finishClaim(claim);
            }
        }
    }

    private CallOutcome tryCall(Webhook webhook) throws InterruptedException {
        try {
            return caller.deliverWebhook(webhook);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "Webhook {} to endpoint {} could not be made and counts as a failed try",
                    webhook.id(),
                    webhook.endpoint(),
                    e);
            return webhook.event() == EventType.PING
                    ? new CallOutcome.Dropped()
                    : new CallOutcome.Failed(EndpointCaller.NOT_MADE, null);
        }
    }

    private void buryWebhook(Webhook last, Instant at) {
        due.buryWebhook(last, at);
        metrics.gaveUp();
    }
}
