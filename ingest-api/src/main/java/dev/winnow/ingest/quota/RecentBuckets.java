package dev.winnow.ingest.quota;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket for each of the owners that came last; the owner that was away longest is forgotten and begins anew. Any thread. */
final class RecentBuckets {
    private record Limit(String owner, int capacity) {}

    private final Duration refill;
    private final Map<Limit, Bucket> buckets;

    /**
     * Buckets that are full at first, and full again after the refill time.
     *
     * @param remembered the most buckets
     */
    RecentBuckets(Duration refill, int remembered) {
        this.refill = refill;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Limit, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** The bucket of an owner; with another capacity it is another bucket. */
    Bucket bucketOf(String owner, int capacity) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(new Limit(owner, capacity), this::newBucket);
        }
    }

    private Bucket newBucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), refill))
                .build();
    }
}
