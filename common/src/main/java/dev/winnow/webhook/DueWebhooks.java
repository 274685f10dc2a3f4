package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls that are tried later, and those that nobody tries any more. A call may be in here twice after a crash: it has the same id both
 * times. Calls block; any thread, best a virtual one. Every call throws {@link StoreUnavailableException} if the store did not answer.
 */
public interface DueWebhooks {
    /** Over how many shards the due calls are spread, so that many sweepers can share them. */
    int SHARDS = 16;

    /** How long a dead letter is kept. */
    Duration RETENTION = Retention.VERDICTS;

    /** Keeps a call until it is due. */
    void addDue(Webhook callback, Instant dueAt);

    /**
     * Claims calls that are due; nobody else gets them before the lease ends.
     *
     * @param shard 0 to {@link #SHARDS} - 1
     * @param limit the most to claim
     */
    List<Claim> claimDue(int shard, Instant now, int limit, Duration lease);

    /** Forgets a call that is done. Does nothing if the lease has ended and somebody else has it. */
    void finishClaim(Claim claim);

    /** Puts a call back until a later time, as it is now. */
    default void postponeClaim(Claim claim, Webhook next, Instant dueAt) {
        addDue(next, dueAt);
        finishClaim(claim);
    }

    /** Puts a call among the dead letters of its endpoint. */
    void buryWebhook(Webhook callback, Instant at);

    /** The dead letters of an endpoint, at most so many, in no particular order. */
    List<Buried> listBuried(String endpoint, int limit);

    /** One dead letter of an endpoint. */
    Optional<Buried> listBuried(String endpoint, String id);

    /** Forgets a dead letter. */
    void forgetBuried(String endpoint, String id);

    /** The shard of a call. */
    static int shardOf(Webhook callback) {
        return Math.floorMod(callback.id().hashCode(), SHARDS);
    }

    /**
     * A call that is the caller's until its lease ends.
     *
     * @param dueAt when it was due, in milliseconds
     * @param token proves the claim
     */
    record Claim(Webhook callback, Instant dueAt, UUID token) {}

    /**
     * A call that nobody tries any more, unless it is replayed.
     *
     * @param at since when, in milliseconds
     */
    record Buried(Webhook callback, Instant at) {}
}
