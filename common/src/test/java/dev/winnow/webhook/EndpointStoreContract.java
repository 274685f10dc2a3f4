package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link EndpointStore}, with one subclass for each adapter. */
public abstract class EndpointStoreContract {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Endpoint endpoint = WebhookSamples.endpoint(tenant, "https://hooks.example/a?b=c");

    /** The store under test, which may hold endpoints of other tests. */
    protected abstract EndpointStore store();

    @Test
    void keepsEveryFieldOfAnEndpoint() {
        store().addEndpoint(endpoint);
        Endpoint full = endpoint.withSecret("1.bmV3", WebhookSamples.now())
                .withFailureSince(WebhookSamples.now())
                .withDisabled("it was gone");

        assertThat(store().findEndpoint(tenant, endpoint.id())).contains(endpoint);
        assertThat(store().changeEndpoint(
                                tenant, endpoint.id(), stored -> stored.withSecret("1.bmV3", WebhookSamples.now())))
                .isPresent();
        assertThat(store().changeEndpoint(
                                tenant, endpoint.id(), stored -> stored.withFailureSince(WebhookSamples.now())))
                .isPresent();
        assertThat(store().changeEndpoint(tenant, endpoint.id(), stored -> stored.withDisabled("it was gone")))
                .isPresent();

        assertThat(store().listEndpoints(tenant))
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(java.time.Instant.class)
                .isEqualTo(full);
        assertThat(store().listEndpoints(tenant).getFirst().failingSince()).isNotNull();
    }

    @Test
    void keepsToTheLimitOfATenantHoweverManyRegisterAtOnce() throws Exception {
        EndpointStore store = store();
        List<Callable<Boolean>> registrations = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(
                        i -> () -> store.addEndpoint(WebhookSamples.endpoint(tenant, "https://hooks.example/" + i)))
                .toList();
        long kept;
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            kept = side.invokeAll(registrations).stream()
                    .filter(Future::resultNow)
                    .count();
        }

        assertThat(kept).isEqualTo(EndpointStore.MAX_PER_TENANT);
        assertThat(store.listEndpoints(tenant)).hasSize(EndpointStore.MAX_PER_TENANT);
        assertThat(store.addEndpoint(endpoint)).isFalse();
        assertThat(store.removeEndpoint(
                        tenant, store.listEndpoints(tenant).getFirst().id()))
                .isTrue();
        assertThat(store.addEndpoint(endpoint)).isTrue();
    }

    @Test
    void keepsTenantsApart() {
        store().addEndpoint(endpoint);

        assertThat(store().listEndpoints(tenant + "x")).isEmpty();
        assertThat(store().findEndpoint(tenant + "x", endpoint.id())).isEmpty();
        assertThat(store().removeEndpoint(tenant + "x", endpoint.id())).isFalse();
        assertThat(store().listEndpoints(tenant)).containsExactly(endpoint);
    }

    @Test
    void replacesOnlyTheRevisionThatTheChangeWasMadeFrom() {
        store().addEndpoint(endpoint);

        assertThat(store().replaceEndpoint(endpoint.withAnswer())).isTrue();
        assertThat(store().replaceEndpoint(endpoint.withDisabled("late"))).isFalse();

        assertThat(store().findEndpoint(tenant, endpoint.id())).contains(endpoint.withAnswer());
    }

    @Test
    void losesNoneOfManyConcurrentChanges() throws Exception {
        store().addEndpoint(endpoint);
        List<Callable<Object>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            changes.add(() -> store().changeEndpoint(tenant, endpoint.id(), Endpoint::withAnswer));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> each : threads.invokeAll(changes)) {
                each.get();
            }
        }

        assertThat(store().findEndpoint(tenant, endpoint.id()).map(Endpoint::revision))
                .contains(9);
    }

    @Test
    void changesNoVerdictsThatAreNotStored() {
        assertThat(store().replaceEndpoint(endpoint.withAnswer())).isFalse();
        assertThat(store().changeEndpoint(tenant, endpoint.id(), Endpoint::withAnswer))
                .isEmpty();
        assertThat(store().listEndpoints(tenant)).isEmpty();
    }

    @Test
    void listsTenantsWithAnActiveEndpoint() {
        store().addEndpoint(endpoint);
        assertThat(store().listSubscribers()).doesNotContain(tenant);

        store().replaceEndpoint(endpoint.withAnswer());
        assertThat(store().listSubscribers()).contains(tenant);

        assertThat(store().removeEndpoint(tenant, endpoint.id())).isTrue();
        assertThat(store().listSubscribers()).doesNotContain(tenant);
        assertThat(store().removeEndpoint(tenant, endpoint.id())).isFalse();
    }

    @Test
    void goesOnListingATenantThatHasAnotherActiveEndpoint() {
        Endpoint other = WebhookSamples.endpoint(tenant, "https://hooks.example/other");
        store().addEndpoint(endpoint);
        store().addEndpoint(other);
        store().replaceEndpoint(endpoint.withAnswer());
        store().replaceEndpoint(other.withAnswer());

        store().removeEndpoint(tenant, endpoint.id());

        assertThat(store().listSubscribers()).contains(tenant);
        assertThat(store().listEndpoints(tenant)).containsExactly(other.withAnswer());
    }
}
