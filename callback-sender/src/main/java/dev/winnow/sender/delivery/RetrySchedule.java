package dev.winnow.sender.delivery;

import dev.winnow.webhook.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The schedule of tries of Standard Webhooks 1.0.0: ten tries in 75 hours. Stateless; any thread. */
final class RetrySchedule {
    static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.2;
    private static final Duration SOON = Duration.ofSeconds(10);

    private RetrySchedule() {}

    /** The next step of a call. */
    sealed interface Next {
        /** The call is done. */
        record Done() implements Next {}

        /** The call is tried again at this time. */
        record Later(Webhook webhook, Instant dueAt) implements Next {}

        /** The call becomes a dead letter. */
        record Never(Webhook webhook) implements Next {}
    }

    static Next nextAfter(Webhook webhook, CallOutcome outcome, Instant now) {
        return switch (outcome) {
            case CallOutcome.Delivered _ -> new Next.Done();
            case CallOutcome.Dropped _ -> new Next.Done();
            case CallOutcome.Refused(String reason) -> new Next.Never(webhook.withFailure(reason));
            case CallOutcome.Failed(String reason, Duration retryAfter) ->
                nextStep(webhook.withFailure(reason), now, retryAfter == null ? now : now.plus(retryAfter));
            case CallOutcome.Paused(Instant until) ->
                nextStep(webhook.withFailure("not tried: the calls before it failed"), now, until);
            case CallOutcome.Busy _ -> new Next.Later(webhook, now.plus(addJitter(SOON)));
        };
    }

    private static Next nextStep(Webhook failed, Instant now, @Nullable Instant notBefore) {
        if (failed.attempts() > STEPS.size()) {
            return new Next.Never(failed);
        }
        Instant due = now.plus(addJitter(STEPS.get(failed.attempts() - 1)));
        return new Next.Later(
                failed, notBefore == null || due.isAfter(notBefore) ? due : notBefore.plus(addJitter(SOON)));
    }

    /** Makes a pause up to a fifth longer, so that calls that failed together do not come back together. */
    private static Duration addJitter(Duration pause) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }
}
