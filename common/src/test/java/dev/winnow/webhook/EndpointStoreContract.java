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

/** What every {@link EndpointStore} must do; one subclass per adapter. */
public abstract class EndpointStoreContract {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Endpoint endpoint = WebhookSamples.endpoint(tenant, "https://hooks.example/a?b=c");

    /** A store that may hold endpoints of other tests. */
    protected abstract EndpointStore store();

    @Test
    void keepsEverythingAboutAnEndpoint() {
        store().add(endpoint);
        Endpoint full = endpoint.rotated("1.bmV3", WebhookSamples.now())
                .failing(WebhookSamples.now())
                .disabled("it was gone");

        assertThat(store().find(tenant, endpoint.id())).contains(endpoint);
        assertThat(store().change(tenant, endpoint.id(), stored -> stored.rotated("1.bmV3", WebhookSamples.now())))
                .isPresent();
        assertThat(store().change(tenant, endpoint.id(), stored -> stored.failing(WebhookSamples.now())))
                .isPresent();
        assertThat(store().change(tenant, endpoint.id(), stored -> stored.disabled("it was gone")))
                .isPresent();

        assertThat(store().of(tenant))
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(java.time.Instant.class)
                .isEqualTo(full);
        assertThat(store().of(tenant).getFirst().failingSince()).isNotNull();
    }

    @Test
    void keepsToTheLimitOfATenantHoweverManyRegisterAtOnce() throws Exception {
        EndpointStore store = store();
        List<Callable<Boolean>> registrations = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(
                        i -> () -> store.add(WebhookSamples.endpoint(tenant, "https://hooks.example/" + i)))
                .toList();
        long kept;
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            kept = side.invokeAll(registrations).stream()
                    .filter(Future::resultNow)
                    .count();
        }

        assertThat(kept).isEqualTo(EndpointStore.MAX_PER_TENANT);
        assertThat(store.of(tenant)).hasSize(EndpointStore.MAX_PER_TENANT);
        assertThat(store.add(endpoint)).isFalse();
        assertThat(store.remove(tenant, store.of(tenant).getFirst().id())).isTrue();
        assertThat(store.add(endpoint)).isTrue();
    }

    @Test
    void keepsTenantsApart() {
        store().add(endpoint);

        assertThat(store().of(tenant + "x")).isEmpty();
        assertThat(store().find(tenant + "x", endpoint.id())).isEmpty();
        assertThat(store().remove(tenant + "x", endpoint.id())).isFalse();
        assertThat(store().of(tenant)).containsExactly(endpoint);
    }

    @Test
    void replacesOnlyTheRevisionThatTheChangeWasMadeFrom() {
        store().add(endpoint);

        assertThat(store().replace(endpoint.answered())).isTrue();
        assertThat(store().replace(endpoint.disabled("late"))).isFalse();

        assertThat(store().find(tenant, endpoint.id())).contains(endpoint.answered());
    }

    @Test
    void losesNoneOfManyConcurrentChanges() throws Exception {
        store().add(endpoint);
        List<Callable<Object>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            changes.add(() -> store().change(tenant, endpoint.id(), Endpoint::answered));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> each : threads.invokeAll(changes)) {
                each.get();
            }
        }

        assertThat(store().find(tenant, endpoint.id()).map(Endpoint::revision)).contains(9);
    }

    @Test
    void changesNothingThatIsNotThere() {
        assertThat(store().replace(endpoint.answered())).isFalse();
        assertThat(store().change(tenant, endpoint.id(), Endpoint::answered)).isEmpty();
        assertThat(store().of(tenant)).isEmpty();
    }

    @Test
    void listsTenantsWithAnActiveEndpoint() {
        store().add(endpoint);
        assertThat(store().subscribers()).doesNotContain(tenant);

        store().replace(endpoint.answered());
        assertThat(store().subscribers()).contains(tenant);

        assertThat(store().remove(tenant, endpoint.id())).isTrue();
        assertThat(store().subscribers()).doesNotContain(tenant);
        assertThat(store().remove(tenant, endpoint.id())).isFalse();
    }

    @Test
    void goesOnListingATenantThatHasAnotherActiveEndpoint() {
        Endpoint other = WebhookSamples.endpoint(tenant, "https://hooks.example/other");
        store().add(endpoint);
        store().add(other);
        store().replace(endpoint.answered());
        store().replace(other.answered());

        store().remove(tenant, endpoint.id());

        assertThat(store().subscribers()).contains(tenant);
        assertThat(store().of(tenant)).containsExactly(other.answered());
    }
}
