package dev.winnow.sender.delivery;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first call of every webhook of a notice. A failed call is stored for a later try, so that a notice is done at once even if its
 * receivers hang. A notice that fails again and again for another cause than an outage becomes a dead letter.
 */
final class NoticeListener implements DeliveryListener {
    private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);

    /** SQS of a fleet moves a notice after 20 receives; a notice without an outage has shown by the fifth that it cannot be done. */
    private static final int GIVE_UP_AT_RECEIVE = 5;

    private final WebhookQueue queue;
    private final EndpointCache endpoints;
    private final WebhookBodies bodies;
    private final CallAttempts attempts;
    private final ExecutorService threads;
    private final Clock clock;

    NoticeListener(
            WebhookQueue queue,
            EndpointCache endpoints,
            WebhookBodies bodies,
            CallAttempts attempts,
            ExecutorService threads,
            Clock clock) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.bodies = bodies;
        this.attempts = attempts;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public List<Delivery> receiveBatch(List<Delivery> batch) {
        Map<Delivery, List<Future<?>>> underWay = new LinkedHashMap<>();
        for (Delivery delivery : batch) {
            try {
                underWay.put(delivery, startCalls(delivery));
            } catch (StoreUnavailableException | QueueUnavailableException e) {
                log.warn("A webhook notice was not worked on and comes again: {}", e.toString());
            } catch (RuntimeException e) {
                if (isGivenUp(delivery, e)) {
                    underWay.put(delivery, List.of());
                }
            }
        }
        List<Delivery> done = new ArrayList<>();
        underWay.forEach((delivery, calls) -> {
            if (isDone(delivery, calls)) {
                done.add(delivery);
            }
        });
        return done;
    }

    private List<Future<?>> startCalls(Delivery delivery) {
        WebhookNotice notice;
        try {
            notice = Objects.requireNonNullElseGet(WebhookJson.readValue(delivery.body(), WebhookNotice.class), () -> {
                throw new IllegalArgumentException("the body is no WebhookNotice but null");
            });
        } catch (IllegalArgumentException e) {
            queue.buryLetter(new DeadLetter(delivery, String.valueOf(e.getMessage()), clock.instant(), "none"));
            log.error("A webhook notice is not readable and was put among the dead letters");
            return List.of();
        }
        List<Future<?>> calls = new ArrayList<>();
        notice.items().stream()
                .map(WebhookNotice.Item::tenant)
                .distinct()
                .flatMap(tenant -> endpoints.listEndpoints(tenant).stream())
                .flatMap(endpoint -> bodies.createWebhooks(notice, endpoint, clock.instant()).stream())
                .forEach(call -> calls.add(threads.submit(() -> attemptFirst(call))));
        return calls;
    }

    /** Puts a notice among the dead letters after a few receives; for a failure without an outage, which waiting does not mend. */
    private boolean isGivenUp(Delivery delivery, Throwable cause) {
        if (delivery.receiveCount() < GIVE_UP_AT_RECEIVE) {
            log.warn("A webhook notice was not finished and comes again: {}", cause.toString());
            return false;
        }
        try {
            queue.buryLetter(new DeadLetter(delivery, cause.toString(), clock.instant(), "none"));
        } catch (QueueUnavailableException e) {
            log.warn("A webhook notice was not put among the dead letters and comes again: {}", e.toString());
            return false;
        }
        log.error(
                "A webhook notice failed {} times and was put among the dead letters: {}",
                delivery.receiveCount(),
                cause.toString());
        return true;
    }

    private Void attemptFirst(Webhook call) throws InterruptedException {
        attempts.attemptFirst(call);
        return null;
    }

    private boolean isDone(Delivery delivery, List<Future<?>> calls) {
        List<Throwable> failures = new ArrayList<>();
        try {
            for (Future<?> call : calls) {
                awaitCall(call).ifPresent(failures::add);
            }
        } catch (InterruptedException e) {
            calls.forEach(call -> call.cancel(true));
            Thread.currentThread().interrupt();
            return false;
        }
        Optional<Throwable> outage =
                failures.stream().filter(NoticeListener::passesByItself).findFirst();
        if (outage.isPresent()) {
            log.warn(
                    "A webhook was neither made nor stored; its notice comes again: {}",
                    outage.get().toString());
            return false;
        }
        return failures.isEmpty() || isGivenUp(delivery, failures.getFirst());
    }

    private static Optional<Throwable> awaitCall(Future<?> call) throws InterruptedException {
        try {
            call.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private static boolean passesByItself(Throwable failure) {
        return failure instanceof StoreUnavailableException
                || failure instanceof QueueUnavailableException
                || failure instanceof InterruptedException;
    }
}
