package dev.winnow.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.idempotency.IdempotencyStore.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link IdempotencyStore}, with one subclass for each adapter. */
public abstract class IdempotencyStoreContract {
    private static final String BODY = RequestKey.fingerprint(new byte[] {1});

    private final RequestKey key =
            RequestKey.ofRequest("acme", UUID.randomUUID().toString());

    /** A store that reads this clock and may hold records of other tests. */
    protected abstract IdempotencyStore store(Clock clock);

    private IdempotencyStore now() {
        return store(Clock.systemUTC());
    }

    private IdempotencyStore after(Duration time) {
        return store(Clock.offset(Clock.systemUTC(), time));
    }

    @Test
    void keepsTheMessageOfARequest() {
        Lease lease = granted(now().claimRequest(key, BODY));

        assertThat(now().completeRequest(lease, "id-1")).isTrue();

        assertThat(now().claimRequest(key, BODY)).isEqualTo(new Claim.Done("id-1"));
    }

    @Test
    void refusesASecondRunOfARunningRequest() {
        granted(now().claimRequest(key, BODY));

        assertThat(now().claimRequest(key, BODY)).isEqualTo(new Claim.Running());
        assertThat(after(Duration.ofSeconds(9)).claimRequest(key, BODY)).isEqualTo(new Claim.Running());
    }

    @Test
    void letsAnotherRunTakeOverWhenTheLeaseHasEnded() {
        Lease dead = granted(now().claimRequest(key, BODY));
        IdempotencyStore later = after(Duration.ofSeconds(11));
        Lease next = granted(later.claimRequest(key, BODY));

        assertThat(later.completeRequest(dead, "id-1")).isFalse();
        assertThat(later.completeRequest(next, "id-2")).isTrue();

        assertThat(later.completeRequest(dead, "id-1")).isFalse();
        assertThat(later.claimRequest(key, BODY)).isEqualTo(new Claim.Done("id-2"));
    }

    @Test
    void letsASlowRunCompleteWhenNoOtherRunTookOver() {
        Lease lease = granted(now().claimRequest(key, BODY));

        assertThat(after(Duration.ofSeconds(11)).completeRequest(lease, "id-1")).isTrue();
    }

    @Test
    void refusesAKeyOfAnotherRequest() {
        Lease lease = granted(now().claimRequest(key, BODY));
        String other = RequestKey.fingerprint(new byte[] {2});

        assertThat(now().claimRequest(key, other)).isEqualTo(new Claim.Mismatch());
        now().completeRequest(lease, "id-1");
        assertThat(now().claimRequest(key, other)).isEqualTo(new Claim.Mismatch());
    }

    @Test
    void grantsAReleasedKeyAtOnce() {
        now().releaseRequest(granted(now().claimRequest(key, BODY)));

        granted(now().claimRequest(key, BODY));
    }

    @Test
    void releasesNeitherADoneRequestNorTheLeaseOfAnotherRun() {
        Lease first = granted(now().claimRequest(key, BODY));
        IdempotencyStore later = after(Duration.ofSeconds(11));
        Lease second = granted(later.claimRequest(key, BODY));

        later.releaseRequest(first);
        later.completeRequest(second, "id-2");
        later.releaseRequest(second);

        assertThat(later.claimRequest(key, BODY)).isEqualTo(new Claim.Done("id-2"));
    }

    @Test
    void forgetsAfterADay() {
        now().completeRequest(granted(now().claimRequest(key, BODY)), "id-1");

        assertThat(after(Duration.ofHours(23)).claimRequest(key, BODY)).isEqualTo(new Claim.Done("id-1"));
        granted(after(Duration.ofHours(25)).claimRequest(key, RequestKey.fingerprint(new byte[] {3})));
    }

    @Test
    void keepsTenantsApart() {
        granted(now().claimRequest(key, BODY));

        granted(now().claimRequest(new RequestKey("other", key.hash()), BODY));
    }

    @Test
    void grantsOneOfManyConcurrentClaims() throws Exception {
        IdempotencyStore store = now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Claim>> claims = Stream.generate(() -> (Callable<Claim>) () -> store.claimRequest(key, BODY))
                    .limit(20)
                    .toList();

            List<Claim> outcomes =
                    threads.invokeAll(claims).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Claim.Running.class::isInstance).hasSize(19);
        }
    }

    private static Lease granted(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return ((Claim.Granted) claim).lease();
    }
}
