package dev.winnow.ingest.quota;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket for each of the names that came last. Any thread. */
final class RecentBuckets {
    private static final int REMEMBERED = 10_000;

    private final int capacity;
    private final Duration refill;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Buckets that are full at first, and full again after the refill time. */
    RecentBuckets(int capacity, Duration refill) {
        this.capacity = capacity;
        this.refill = refill;
    }

    Bucket get(String name) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(name, _ -> fresh());
        }
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(capacity).refillGreedy(capacity, refill))
                .build();
    }
}
