package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps webhooks that are due later, and buried webhooks, which are not tried any more. After a crash a webhook may be stored twice, with the
 * same id. Calls block; any thread, best a virtual one. Every call throws {@link StoreUnavailableException} if the store did not answer.
 */
public interface DueWebhooks {
    /** The number of shards of due webhooks, which many senders can share. */
    int SHARDS = 16;

    /** The time for which due and buried webhooks are kept. */
    Duration RETENTION = Retention.VERDICTS;

    /** Keeps a webhook until it is due. */
    void addDue(Webhook webhook, Instant dueAt);

    /**
     * Claims due webhooks; no other sender gets them before the lease ends.
     *
     * @param shard 0 to {@link #SHARDS} - 1
     * @param limit the most webhooks to claim
     */
    List<Claim> claimDue(int shard, Instant now, int limit, Duration lease);

    /** Deletes a webhook that is done. Has no effect if the lease has ended and another sender has claimed the webhook. */
    void finishClaim(Claim claim);

    /** Replaces a claimed webhook by its next state, due at a later time. */
    default void postponeClaim(Claim claim, Webhook next, Instant dueAt) {
        addDue(next, dueAt);
        finishClaim(claim);
    }

    /**
     * Reads webhooks of an endpoint that wait for their next try, earliest first. Looks through the webhooks of all endpoints, so it is for
     * people and not for each message; where very many wait, it may miss some.
     */
    List<Pending> listPending(String endpoint, int limit);

    /**
     * Replaces a pending webhook by its next state, due at another time. A webhook that a sender has claimed meanwhile stays claimed and is
     * due at the other time too; its receiver sees one id twice.
     */
    void movePending(Pending pending, Webhook next, Instant dueAt);

    /** Buries a webhook: puts it among the dead letters of its endpoint. */
    void buryWebhook(Webhook webhook, Instant at);

    /** Reads buried webhooks of an endpoint, up to a limit, in no particular order. */
    List<Buried> listBuried(String endpoint, int limit);

    /** Reads one buried webhook of an endpoint. */
    Optional<Buried> listBuried(String endpoint, String id);

    /** Deletes a buried webhook. */
    void forgetBuried(String endpoint, String id);

    /** The shard of a webhook. */
    static int shardOf(Webhook webhook) {
        return Math.floorMod(webhook.id().hashCode(), SHARDS);
    }

    /**
     * A webhook that the caller holds until its lease ends.
     *
     * @param dueAt the time at which the webhook was due, in milliseconds
     * @param token the proof of the claim
     */
    record Claim(Webhook webhook, Instant dueAt, UUID token) {}

    /**
     * A webhook that no sender holds.
     *
     * @param dueAt the time of the next try, in milliseconds
     */
    record Pending(Webhook webhook, Instant dueAt) {}

    /**
     * A webhook that is tried again only if its owner replays it.
     *
     * @param at the time of the burial, in milliseconds
     */
    record Buried(Webhook webhook, Instant at) {}
}
