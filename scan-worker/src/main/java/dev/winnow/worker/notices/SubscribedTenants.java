package dev.winnow.worker.notices;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.EndpointStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants with webhook endpoints, looked up in the background: an envelope costs no read, and a tenant without endpoints costs nothing.
 * Any thread.
 */
final class SubscribedTenants implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SubscribedTenants.class);

    private final EndpointStore endpoints;
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("subscribed-tenants").factory());
    private volatile @Nullable Set<String> tenants;

    private SubscribedTenants(EndpointStore endpoints) {
        this.endpoints = endpoints;
    }

    static SubscribedTenants start(EndpointStore endpoints, Duration period) {
        SubscribedTenants subscribed = new SubscribedTenants(endpoints);
        Future<?> _ = subscribed.refresher.scheduleWithFixedDelay(
                subscribed::refreshTenants, 0, period.toMillis(), TimeUnit.MILLISECONDS);
        return subscribed;
    }

    /** Counts every tenant as subscribed until the store has answered once: a notice in vain is better than a missing one. */
    boolean mayContain(String tenant) {
        Set<String> known = tenants;
        return known == null || known.contains(tenant);
    }

    private void refreshTenants() {
        try {
            tenants = Set.copyOf(endpoints.listSubscribers());
        } catch (StoreUnavailableException e) {
            log.warn(
                    "Could not refresh the list of tenants with webhook endpoints; using the previous one: {}",
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }
}
