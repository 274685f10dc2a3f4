package dev.winnow.ingest.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of requests.
 *
 * @param timeout how long it may take in all; one that the queue has not confirmed by then is answered 504
 * @param maxBody the largest body of a request about one message, in bytes after JSON's escapes are undone
 * @param maxBatchBody the largest body of a batch or of a list of reports, counted in the same way
 * @param bodyTimeout how long a body may take to arrive
 * @param trustedProxies how many proxies in front of the API append to {@code X-Forwarded-For}: 1 behind a load balancer
 */
@ConfigurationProperties("winnow.request")
public record RequestSettings(
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("16KB") DataSize maxBody,
        @DefaultValue("256KB") DataSize maxBatchBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("0") int trustedProxies) {
    private static final DataSize MOST = DataSize.ofMegabytes(8);

    public RequestSettings {
        if (!timeout.isPositive() || !bodyTimeout.isPositive()) {
            throw new IllegalArgumentException("winnow.request.timeout and .body-timeout must be more than nothing");
        }
        if (maxBody.toBytes() < 1 || maxBatchBody.toBytes() < 1) {
            throw new IllegalArgumentException("winnow.request.max-body and .max-batch-body must be at least 1 byte");
        }
        if (maxBody.compareTo(MOST) > 0 || maxBatchBody.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("winnow.request.max-body and .max-batch-body must be at most " + MOST);
        }
        if (trustedProxies < 0) {
            throw new IllegalArgumentException("winnow.request.trusted-proxies must not be negative");
        }
    }
}
