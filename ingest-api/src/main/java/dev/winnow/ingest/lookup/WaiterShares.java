package dev.winnow.ingest.lookup;

import java.util.HashMap;
import java.util.Map;

/**
 * Shares the waiting places among tenants: a tenant takes another one only while it has less than {@value #MOST_TO_FREE} times as many as
 * are free. A single tenant can have three quarters of all places, and the next tenant always finds some. One thread at a time.
 */
final class WaiterShares {
    /** A larger number gives a single tenant more places, and leaves fewer to the others. */
    private static final int MOST_TO_FREE = 3;

    private final int limit;
    private final Map<String, Integer> byTenant = new HashMap<>();
    private int taken;

    WaiterShares(int limit) {
        this.limit = limit;
    }

    /** Takes a place for this tenant; false if it has its share already or all are taken. */
    boolean take(String tenant) {
        int free = limit - taken;
        if (byTenant.getOrDefault(tenant, 0) >= (long) MOST_TO_FREE * free) {
            return false;
        }
        byTenant.merge(tenant, 1, Integer::sum);
        taken++;
        return true;
    }

    /** Gives back a place that the tenant took. */
    void giveBack(String tenant) {
        byTenant.computeIfPresent(tenant, (_, places) -> places == 1 ? null : places - 1);
        taken--;
    }

    /** The number of places that are taken. */
    int taken() {
        return taken;
    }
}
