package dev.winnow.ingest.quota;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts pings a minute, for each webhook endpoint and for all of a tenant's: a ping is a call to a host of the tenant's choice. Each API
 * task counts for itself. Any thread.
 */
public final class PingLimit {
    /** Enough to try an endpoint out. */
    public static final int PER_ENDPOINT = 10;

    /** Enough to prove all endpoints that a tenant may have. */
    public static final int PER_TENANT = 30;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private final RecentBuckets endpoints = new RecentBuckets(WINDOW, REMEMBERED);
    private final RecentBuckets tenants = new RecentBuckets(WINDOW, REMEMBERED);

    /**
     * Counts a ping.
     *
     * @throws ProblemException 429 if there were too many
     */
    public void charge(String tenant, String endpoint) {
        Bucket ofTenant = tenants.bucketOf(tenant, PER_TENANT);
        require(ofTenant, "A tenant may ask for " + PER_TENANT + " pings a minute.");
        try {
            require(
                    endpoints.bucketOf(endpoint, PER_ENDPOINT),
                    "An endpoint takes " + PER_ENDPOINT + " pings a minute.");
        } catch (ProblemException e) {
            ofTenant.addTokens(1);
            throw e;
        }
    }

    private static void require(Bucket bucket, String sentence) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw new ProblemException(Problem.of(ProblemType.QUOTA_EXCEEDED, sentence)
                    .withHeader("Retry-After", String.valueOf(seconds)));
        }
    }
}
