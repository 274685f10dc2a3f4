package dev.winnow.ingest.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentBucketsTest {
    private final RecentBuckets buckets = new RecentBuckets(Duration.ofDays(1), 2);

    @Test
    void keepsABucketForEachOwnerAndCapacity() {
        assertThat(buckets.bucketOf("acme", 1).tryConsume(1)).isTrue();
        assertThat(buckets.bucketOf("acme", 1).tryConsume(1)).isFalse();
        assertThat(buckets.bucketOf("acme", 2).tryConsume(1)).isTrue();
    }

    @Test
    void forgetsTheOwnerThatWasAwayLongest() {
        buckets.bucketOf("first", 1).tryConsume(1);
        buckets.bucketOf("second", 1).tryConsume(1);
        buckets.bucketOf("first", 1);
        buckets.bucketOf("third", 1);

        assertThat(buckets.bucketOf("first", 1).tryConsume(1)).isFalse();
        assertThat(buckets.bucketOf("second", 1).tryConsume(1)).isTrue();
    }
}
