package dev.winnow.ingest.quota;

import java.time.Duration;

/** Counts requests a second for each client address, and remembers the addresses that came last. Any thread. */
public final class AddressLimit {
    private final RecentBuckets buckets;

    public AddressLimit(QuotaSettings settings) {
        this.buckets = new RecentBuckets(settings.addressRate(), Duration.ofSeconds(1));
    }

    /** Whether this address may make a request now. An IPv6 address counts as its /64 network, which one subscriber owns as a whole. */
    public boolean allowsAddress(String address) {
        return buckets.get(AddressNetwork.of(address)).tryConsume(1);
    }
}
