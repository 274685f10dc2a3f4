package dev.winnow.ingest.submit;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides whose messages share envelopes: a busy tenant fills its own, small tenants are hashed into {@value #SHARED} shared groups, so
 * that many small tenants do not mean many small envelopes. One thread at a time.
 */
final class FairnessGroups {
    static final int SHARED = 64;

    private static final long WINDOW_NANOS = 10_000_000_000L;

    private final int busyFrom;
    private final Map<String, Traffic> traffic = new HashMap<>();

    /** A tenant is busy from this many messages a second, measured over ten seconds. */
    FairnessGroups(int busyRate) {
        this.busyFrom = (int) Math.min(Integer.MAX_VALUE, busyRate * (WINDOW_NANOS / 1_000_000_000L));
    }

    /** The group of a message that this tenant sends now. */
    String groupOf(String tenant, long nanoTime) {
        return traffic.computeIfAbsent(tenant, id -> new Traffic(id, nanoTime)).count(nanoTime, busyFrom);
    }

    /** How much a tenant sends. Busy as soon as a window is over the limit, small again after a window that was not. */
    private static final class Traffic {
        private final String own;
        private final String shared;
        private long windowStart;
        private int messages;
        private boolean busy;

        Traffic(String tenant, long nanoTime) {
            this.own = "tenant/" + tenant;
            this.shared = "shared/" + Math.floorMod(tenant.hashCode(), SHARED);
            this.windowStart = nanoTime;
        }

        String count(long nanoTime, int busyFrom) {
            long elapsed = nanoTime - windowStart;
            if (elapsed >= WINDOW_NANOS) {
                busy = messages >= busyFrom && elapsed < 2 * WINDOW_NANOS;
                windowStart = nanoTime;
                messages = 0;
            }
            messages++;
            busy |= messages >= busyFrom;
            return busy ? own : shared;
        }
    }
}
