package dev.winnow.ingest.quota;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts requests a second for each client address, and remembers the addresses that came last. Any thread. */
public final class AddressLimit {
    private static final int REMEMBERED = 10_000;

    private final int rate;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    public AddressLimit(QuotaSettings settings) {
        this.rate = settings.addressRate();
    }

    /** Whether this address may make a request now. */
    public boolean allows(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(address, _ -> fresh());
        }
        return bucket.tryConsume(1);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
