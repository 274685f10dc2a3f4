package dev.winnow.ingest.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the messages of each tenant, accepted or refused. Only tenants of the directory are counted, so it stays small. Any thread. */
public final class TenantVolumes {
    private final Map<String, LongAdder> messages = new ConcurrentHashMap<>();

    /** The messages of a tenant since the last count was taken. */
    public record Volume(String tenant, long messages) {}

    void addMessages(String tenant, int count) {
        messages.computeIfAbsent(tenant, _ -> new LongAdder()).add(count);
    }

    /** Takes the counts of the tenants with the most messages, the largest first, and begins all counts anew. */
    public List<Volume> takeBusiest(int limit) {
        List<Volume> all = new ArrayList<>();
        messages.forEach((tenant, count) -> {
            long sum = count.sumThenReset();
            if (sum > 0) {
                all.add(new Volume(tenant, sum));
            }
        });
        return all.stream()
                .sorted(Comparator.comparingLong(Volume::messages).reversed().thenComparing(Volume::tenant))
                .limit(limit)
                .toList();
    }
}
