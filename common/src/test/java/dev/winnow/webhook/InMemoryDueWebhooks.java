package dev.winnow.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link DueWebhooks} in memory that pass the same contract test as the real ones. Any thread. */
public final class InMemoryDueWebhooks implements DueWebhooks {
    private record Due(
            Webhook webhook,
            Instant dueAt,
            Instant claimedUntil,
            @Nullable UUID token) {}

    private record Grave(String endpoint, String id) {}

    private final List<Due> due = new ArrayList<>();
    private final Map<Grave, Buried> buried = new LinkedHashMap<>();
    private @Nullable RuntimeException failure;

    @Override
    public synchronized void addDue(Webhook webhook, Instant dueAt) {
        requireUp();
        due.add(new Due(webhook, dueAt, Instant.MIN, null));
    }

    @Override
    public synchronized List<Claim> claimDue(int shard, Instant now, int limit, Duration lease) {
        requireUp();
        List<Due> free = due.stream()
                .filter(each -> DueWebhooks.shardOf(each.webhook()) == shard)
                .filter(each ->
                        !each.dueAt().isAfter(now) && !each.claimedUntil().isAfter(now))
                .sorted(Comparator.comparing(Due::dueAt))
                .limit(limit)
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (Due each : free) {
            UUID token = UUID.randomUUID();
            due.set(due.indexOf(each), new Due(each.webhook(), each.dueAt(), now.plus(lease), token));
            claims.add(new Claim(each.webhook(), each.dueAt(), token));
        }
        return claims;
    }

    @Override
    public synchronized void finishClaim(Claim claim) {
        due.removeIf(each -> claim.token().equals(each.token()));
    }

    /** Every claim of this store counts as running. */
    @Override
    public synchronized List<Pending> listPending(String endpoint, int limit) {
        return due.stream()
                .filter(each -> each.webhook().endpoint().equals(endpoint) && each.token() == null)
                .sorted(Comparator.comparing(Due::dueAt))
                .limit(limit)
                .map(each -> new Pending(each.webhook(), each.dueAt()))
                .toList();
    }

    @Override
    public synchronized void movePending(Pending pending, Webhook next, Instant dueAt) {
        due.removeIf(each -> each.token() == null
                && each.webhook().id().equals(pending.webhook().id())
                && each.dueAt().equals(pending.dueAt()));
        addDue(next, dueAt);
    }

    @Override
    public synchronized void buryWebhook(Webhook webhook, Instant at) {
        requireUp();
        buried.put(new Grave(webhook.endpoint(), webhook.id()), new Buried(webhook, at));
    }

    @Override
    public synchronized List<Buried> listBuried(String endpoint, int limit) {
        return buried.values().stream()
                .filter(each -> each.webhook().endpoint().equals(endpoint))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Buried> listBuried(String endpoint, String id) {
        return Optional.ofNullable(buried.get(new Grave(endpoint, id)));
    }

    @Override
    public synchronized void forgetBuried(String endpoint, String id) {
        buried.remove(new Grave(endpoint, id));
    }

    /** Makes every addition, claim and burial fail with this exception from now on. */
    public synchronized void failWith(RuntimeException next) {
        failure = next;
    }

    /** Ends {@link #failWith}. */
    public synchronized void comeBack() {
        failure = null;
    }

    private void requireUp() {
        if (failure != null) {
            throw failure;
        }
    }

    /** The waiting calls with the times at which they are due, soonest first. */
    public synchronized List<Claim> waiting() {
        return due.stream()
                .sorted(Comparator.comparing(Due::dueAt))
                .map(each -> new Claim(each.webhook(), each.dueAt(), new UUID(0, 0)))
                .toList();
    }
}
