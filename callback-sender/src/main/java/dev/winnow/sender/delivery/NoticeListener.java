package dev.winnow.sender.delivery;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every call of a notice once. What fails is kept for later, so that a notice is done at once, whatever its receivers do. */
final class NoticeListener implements DeliveryListener {
    private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);

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
    public List<Delivery> receive(List<Delivery> batch) {
        Map<Delivery, List<Future<?>>> underWay = new LinkedHashMap<>();
        for (Delivery delivery : batch) {
            try {
                underWay.put(delivery, start(delivery));
            } catch (RuntimeException e) {
                log.warn("A callback notice was not worked on, it comes again: {}", e.toString());
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

    private List<Future<?>> start(Delivery delivery) {
        WebhookNotice notice;
        try {
            notice = WebhookJson.read(delivery.body(), WebhookNotice.class);
        } catch (IllegalArgumentException e) {
            queue.bury(new DeadLetter(delivery, String.valueOf(e.getMessage()), clock.instant(), "none"));
            log.error("A callback notice is not readable and among the dead letters now");
            return List.of();
        }
        List<Future<?>> calls = new ArrayList<>();
        notice.items().stream()
                .map(WebhookNotice.Item::tenant)
                .distinct()
                .flatMap(tenant -> endpoints.of(tenant).stream())
                .flatMap(endpoint -> bodies.of(notice, endpoint, clock.instant()).stream())
                .forEach(call -> calls.add(threads.submit(() -> first(call))));
        return calls;
    }

    private Void first(Webhook call) throws InterruptedException {
        runner.first(call);
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
