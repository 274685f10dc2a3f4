package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.DueWebhooks.Claim;
import dev.winnow.webhook.DueWebhooks.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of every {@link DueWebhooks}, with one subclass for each adapter. */
public abstract class DueWebhooksContract {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String endpoint = "whe_" + UUID.randomUUID();
    private final Webhook webhook = WebhookSamples.webhook(endpoint);
    private final int shard = DueWebhooks.shardOf(webhook);
    private final Instant now = WebhookSamples.now();

    /** The store under test, which may hold webhooks of other tests. */
    protected abstract DueWebhooks store();

    @Test
    void handsOutACallOnceItIsDueAndOnlyOnce() {
        store().addDue(webhook, now);

        assertThat(claim(now.minusMillis(1))).isEmpty();
        assertThat(claim(now)).extracting(Claim::webhook).containsExactly(webhook);
        assertThat(claim(now.plusSeconds(1))).isEmpty();
    }

    @Test
    void handsAWebhookOutAgainWhenTheLeaseHasEnded() {
        store().addDue(webhook, now);
        Claim late = claim(now).getFirst();

        Claim again = claim(now.plus(LEASE)).getFirst();
        store().finishClaim(late);
        assertThat(again.webhook()).isEqualTo(webhook);
        assertThat(claim(now.plus(LEASE).plus(LEASE))).hasSize(1);
    }

    @Test
    void deletesAFinishedClaim() {
        store().addDue(webhook, now);

        store().finishClaim(claim(now).getFirst());

        assertThat(claim(now.plus(LEASE))).isEmpty();
    }

    @Test
    void postponesAWebhookWithItsNewState() {
        store().addDue(webhook, now);
        Webhook next = webhook.withFailure("status 500");

        store().postponeClaim(claim(now).getFirst(), next, now.plusSeconds(300));

        assertThat(claim(now.plusSeconds(299))).isEmpty();
        assertThat(claim(now.plusSeconds(300))).extracting(Claim::webhook).containsExactly(next);
    }

    @Test
    void listsAndMovesThePendingWebhooksOfAnEndpoint() {
        Webhook later = WebhookSamples.webhook(endpoint).withFailure("status 500");
        store().addDue(later, now.plusSeconds(7_200));
        store().addDue(webhook, now.plusSeconds(300));
        store().addDue(WebhookSamples.webhook(endpoint + "x"), now.plusSeconds(300));

        List<Pending> pending = store().listPending(endpoint, 10);
        assertThat(pending)
                .containsExactly(
                        new Pending(webhook, now.plusSeconds(300)), new Pending(later, now.plusSeconds(7_200)));
        assertThat(store().listPending(endpoint, 1)).containsExactly(pending.getFirst());

        store().movePending(pending.getLast(), later.withoutAttempts(), now);
        assertThat(store().listPending(endpoint, 10))
                .containsExactly(new Pending(later.withoutAttempts(), now), pending.getFirst());
        assertThat(ours(store().claimDue(DueWebhooks.shardOf(later), now, 100, LEASE)))
                .extracting(Claim::webhook)
                .containsExactly(later.withoutAttempts());
        assertThat(store().listPending(endpoint, 10)).containsExactly(pending.getFirst());
    }

    @Test
    void handsOutTheEarliestDueFirstUpToTheLimit() {
        List<Webhook> all = new ArrayList<>();
        while (all.size() < 5) {
            Webhook next = WebhookSamples.webhook(endpoint);
            if (DueWebhooks.shardOf(next) == shard) {
                all.add(next);
                store().addDue(next, now.plusMillis(all.size()));
            }
        }

        assertThat(ours(store().claimDue(shard, now.plusMillis(5), 2, LEASE)))
                .extracting(Claim::webhook)
                .containsExactlyElementsOf(all.subList(0, 2));
        assertThat(claim(now.plusMillis(5))).hasSize(3);
    }

    @Test
    void givesEachCallToOneOfManySweepers() throws Exception {
        store().addDue(webhook, now);
        List<Callable<List<Claim>>> sweepers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sweepers.add(() -> claim(now));
        }
        List<Claim> claims = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Claim>> each : threads.invokeAll(sweepers)) {
                claims.addAll(each.get());
            }
        }

        assertThat(claims).hasSize(1);
    }

    @Test
    void keepsDeadLettersByEndpoint() {
        Webhook other = WebhookSamples.webhook(endpoint);
        store().buryWebhook(webhook.withFailure("status 500"), now);
        store().buryWebhook(other, now);

        assertThat(store().listBuried(endpoint, 10))
                .containsExactlyInAnyOrder(new Buried(webhook.withFailure("status 500"), now), new Buried(other, now));
        assertThat(store().listBuried(endpoint, 1)).hasSize(1);
        assertThat(store().listBuried(endpoint + "x", 10)).isEmpty();
        assertThat(store().listBuried(endpoint, other.id())).contains(new Buried(other, now));

        store().forgetBuried(endpoint, other.id());
        assertThat(store().listBuried(endpoint, other.id())).isEmpty();
    }

    private List<Claim> claim(Instant at) {
        return ours(store().claimDue(shard, at, 100, LEASE));
    }

    private List<Claim> ours(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.webhook().endpoint().equals(endpoint))
                .toList();
    }
}
