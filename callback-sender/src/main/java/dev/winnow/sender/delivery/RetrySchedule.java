package dev.winnow.sender.delivery;

import dev.winnow.webhook.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a call is tried again: ten tries in 75 hours, the schedule of Standard Webhooks 1.0.0. Stateless; any thread. */
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

    /** What to do with a call. */
    sealed interface Next {
        /** Nothing: it is done. */
        record Done() implements Next {}

        /** Try it then. */
        record Later(Webhook callback, Instant dueAt) implements Next {}

        /** Put it among the dead letters. */
        record Never(Webhook callback) implements Next {}
    }

    static Next nextAfter(Webhook callback, CallOutcome outcome, Instant now) {
        return switch (outcome) {
            case CallOutcome.Delivered _ -> new Next.Done();
            case CallOutcome.Dropped _ -> new Next.Done();
            case CallOutcome.Refused(String reason) -> new Next.Never(callback.withFailure(reason));
            case CallOutcome.Failed(String reason, Duration wish) ->
                nextStep(callback.withFailure(reason), now, wish == null ? now : now.plus(wish));
            case CallOutcome.Paused(Instant until) ->
                nextStep(callback.withFailure("not tried: the calls before it failed"), now, until);
            case CallOutcome.Busy _ -> new Next.Later(callback, now.plus(addJitter(SOON)));
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

    /** Up to a fifth longer, so that what failed together does not come back together. */
    private static Duration addJitter(Duration pause) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }
}
