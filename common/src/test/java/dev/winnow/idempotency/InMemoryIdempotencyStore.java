package dev.winnow.idempotency;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An {@link IdempotencyStore} in memory that passes the same contract test as the real ones, and counts its writes. Any thread. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
    private record Entry(
            Lease lease,
            long until,
            long expiresAt,
            @Nullable String messageId) {}

    private final Map<RequestKey, Entry> entries = new HashMap<>();
    private final Clock clock;
    private int writes;
    private boolean down;

    public InMemoryIdempotencyStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claimRequest(RequestKey key, String fingerprint) {
        requireUp();
        long now = clock.millis();
        Entry known = entries.get(key);
        if (known != null && known.expiresAt > now) {
            if (!known.lease.fingerprint().equals(fingerprint)) {
                return new Claim.Mismatch();
            }
            if (known.messageId != null) {
                return new Claim.Done(known.messageId);
            }
            if (known.until > now) {
                return new Claim.Running();
            }
        }
        Lease lease = new Lease(key, fingerprint, UUID.randomUUID());
        entries.put(key, new Entry(lease, now + LEASE.toMillis(), now + RETENTION.toMillis(), null));
        writes++;
        return new Claim.Granted(lease);
    }

    @Override
    public synchronized boolean completeRequest(Lease lease, String messageId) {
        requireUp();
        Entry known = entries.get(lease.key());
        if (known == null || !known.lease.equals(lease)) {
            return false;
        }
        entries.put(lease.key(), new Entry(lease, known.until, known.expiresAt, messageId));
        writes++;
        return true;
    }

    @Override
    public synchronized void releaseRequest(Lease lease) {
        requireUp();
        Entry known = entries.get(lease.key());
        if (known != null && known.lease.equals(lease) && known.messageId == null) {
            entries.remove(lease.key());
            writes++;
        }
    }

    /** The number of writes. */
    public synchronized int writes() {
        return writes;
    }

    /** Makes every call fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public synchronized void comeBack() {
        down = false;
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
