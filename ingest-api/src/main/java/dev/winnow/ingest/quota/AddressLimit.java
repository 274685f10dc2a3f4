package dev.winnow.ingest.quota;

import java.time.Duration;

/** Counts requests a second for each client address, and remembers the addresses that came last. Any thread. */
public final class AddressLimit {
    private static final int REMEMBERED = 10_000;

    private final RecentBuckets buckets = new RecentBuckets(Duration.ofSeconds(1), REMEMBERED);
    private final int rate;

    public AddressLimit(QuotaSettings settings) {
        this.rate = settings.addressRate();
    }

    /** Whether this address may make a request now. An IPv6 address counts as its /64 network, which one subscriber owns as a whole. */
    public boolean allowsAddress(String address) {
        return buckets.bucketOf(AddressNetwork.of(address), rate).tryConsume(1);
    }
}
