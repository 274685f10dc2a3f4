package dev.winnow.ingest.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits on requests that run at once. Submitting, reading and the iOS filter have a pool each, so that none can starve another; reading
 * is cheap and has four times the places.
 *
 * @param enabled whether requests are throttled
 * @param limit how many requests of a pool may run
 * @param backlog how many more may wait, first come first served
 * @param backlogTimeout how long one may wait
 * @param status the status of a refused request: 503, or 429 as older clients may expect
 */
@ConfigurationProperties("winnow.throttle")
public record ThrottleSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1024") int limit,
        @DefaultValue("1024") int backlog,
        @DefaultValue("2s") Duration backlogTimeout,
        @DefaultValue("503") int status) {
    private static final int READING = 4;

    public ThrottleSettings {
        if (limit < 1 || backlog < 0 || backlogTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "winnow.throttle.limit must be at least 1, .backlog and .backlog-timeout not negative");
        }
        if (status != 503 && status != 429) {
            throw new IllegalArgumentException("winnow.throttle.status must be 503 or 429, is " + status);
        }
    }

    ThrottleBacklog createPool() {
        return new ThrottleBacklog(limit, backlog, backlogTimeout);
    }

    ThrottleBacklog readingPool() {
        return new ThrottleBacklog(READING * limit, backlog, backlogTimeout);
    }
}
