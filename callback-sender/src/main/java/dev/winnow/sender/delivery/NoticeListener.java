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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every call of a notice once. What fails is kept for later, so that a notice is done at once, whatever its receivers do. */
final class NoticeListener implements DeliveryListener {
    private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);

    private static final int GIVE_UP_AT_RECEIVE = 5;

    private final WebhookQueue queue;
    private final EndpointCache endpoints;
    private final WebhookBodies bodies;
    private final CallAttempts runner;
    private final ExecutorService threads;
    private final Clock clock;

    NoticeListener(
            WebhookQueue queue,
            EndpointCache endpoints,
            WebhookBodies bodies,
            CallAttempts runner,
            ExecutorService threads,
            Clock clock) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.bodies = bodies;
        this.runner = runner;
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
                log.warn("A callback notice was not worked on, it comes again: {}", e.toString());
            } catch (RuntimeException e) {
                if (isGivenUp(delivery, e)) {
                    underWay.put(delivery, List.of());
                }
            }
        }
        List<Delivery> done = new ArrayList<>();
        underWay.forEach((delivery, calls) -> {
            if (areDone(calls)) {
                done.add(delivery);
            }
        });
        return done;
    }

    private List<Future<?>> startCalls(Delivery delivery) {
        WebhookNotice notice;
        try {
            notice = Objects.requireNonNullElseGet(WebhookJson.readValue(delivery.body(), WebhookNotice.class), () -> {
                throw new IllegalArgumentException("this is no WebhookNotice but null");
            });
        } catch (IllegalArgumentException e) {
            queue.buryLetter(new DeadLetter(delivery, String.valueOf(e.getMessage()), clock.instant(), "none"));
            log.error("A callback notice is not readable and among the dead letters now");
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

    /** A notice that no outage explains is a foreign one or meets a defect: after a few receives it goes among the dead letters. */
    private boolean isGivenUp(Delivery delivery, RuntimeException cause) {
        if (delivery.receiveCount() < GIVE_UP_AT_RECEIVE) {
            log.warn("A callback notice was not worked on, it comes again: {}", cause.toString());
            return false;
        }
        try {
            queue.buryLetter(new DeadLetter(delivery, cause.toString(), clock.instant(), "none"));
        } catch (QueueUnavailableException e) {
            log.warn("A callback notice was not put among the dead letters, it comes again: {}", e.toString());
            return false;
        }
        log.error(
                "A callback notice failed {} times and is among the dead letters now: {}",
                delivery.receiveCount(),
                cause.toString());
        return true;
    }

    private Void attemptFirst(Webhook call) throws InterruptedException {
        runner.attemptFirst(call);
        return null;
    }

    private static boolean areDone(List<Future<?>> calls) {
        try {
            for (Future<?> call : calls) {
                call.get();
            }
            return true;
        } catch (InterruptedException e) {
            calls.forEach(call -> call.cancel(true));
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            log.warn("A callback was neither made nor kept, its notice comes again: {}", String.valueOf(e.getCause()));
            return false;
        }
    }
}
