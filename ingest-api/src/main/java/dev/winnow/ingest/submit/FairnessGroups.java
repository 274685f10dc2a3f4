package dev.winnow.ingest.submit;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides which tenants share envelopes: a busy tenant fills its own, all others share theirs. Shared envelopes take {@value #SHARED}
 * groups in turn, so that the queue never sees the many small tenants as one noisy one. One thread at a time.
 */
final class FairnessGroups {
    static final int SHARED = 64;

    /** The share of the traffic from which a tenant can be busy, as one message in so many; few tenants reach it at once. */
    static final int BUSY_SHARE = 4;

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final String ALL_OTHERS = "shared";

    private final int busyFrom;
    private final Map<String, Traffic> traffic = new HashMap<>();
    private long windowStart;
    private int window;
    private int messages;
    private int messagesBefore;
    private int sharedEnvelopes;

    /** A tenant can be busy from this many messages a second, measured over ten seconds. */
    FairnessGroups(int busyRate, long nanoTime) {
        this.busyFrom = (int) Math.min(Integer.MAX_VALUE, busyRate * (WINDOW_NANOS / 1_000_000_000L));
        this.windowStart = nanoTime;
    }

    /** Counts a message of this tenant; messages with the same answer may share an envelope. */
    String sharingGroup(String tenant, long nanoTime) {
        turnWindow(nanoTime);
        messages++;
        Traffic counted = traffic.computeIfAbsent(tenant, Traffic::new);
        return counted.isBusy() ? counted.own : ALL_OTHERS;
    }

    /** The fairness group of a new envelope of a sharing group. */
    String groupOf(String company) {
        if (!company.equals(ALL_OTHERS)) {
            return company;
        }
        sharedEnvelopes = (sharedEnvelopes + 1) % SHARED;
        return ALL_OTHERS + "/" + sharedEnvelopes;
    }

    private void turnWindow(long nanoTime) {
        long elapsed = nanoTime - windowStart;
        if (elapsed < WINDOW_NANOS) {
            return;
        }
        window += elapsed < 2 * WINDOW_NANOS ? 1 : 2;
        windowStart = nanoTime;
        messagesBefore = messages;
        messages = 0;
    }

    private boolean isLarge(int own, int all) {
        return own >= busyFrom && (long) own * BUSY_SHARE >= all;
    }

    /** The recent traffic of one tenant. Busy as soon as a window is over the limit, small again after a window that was not. */
    private final class Traffic {
        private final String own;
        private int countedIn = window;
        private int count;
        private boolean busy;

        Traffic(String tenant) {
            this.own = "tenant/" + tenant;
        }

        boolean isBusy() {
            if (countedIn != window) {
                busy = countedIn == window - 1 && isLarge(count, messagesBefore);
                countedIn = window;
                count = 0;
            }
            count++;
            busy |= isLarge(count, messages);
            return busy;
        }
    }
}
