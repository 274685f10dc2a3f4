package dev.winnow.lab.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The plan of a load: target, rate, duration and mix.
 *
 * @param endpoint the API
 * @param keys API keys of as many tenants, at least one, used in turn
 * @param rate messages a second, 1 or more, independent of the server's speed (an open loop)
 * @param duration how long to send
 * @param batch messages a request: 1 for single submits, up to 500
 * @param connections HTTP connections that submit, 1 or more
 * @param freshConnections whether every request has a connection of its own
 * @param junkPercent share of messages that are junk, 0 to 100
 * @param followedPercent share of requests of which one message is followed by a long poll until its verdict, 0 to 100
 */
public record LoadPlan(
        URI endpoint,
        List<String> keys,
        int rate,
        Duration duration,
        int batch,
        int connections,
        boolean freshConnections,
        int junkPercent,
        double followedPercent) {
    private static final int MAX_BATCH = 500;

    public LoadPlan {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("at least one API key is needed");
        }
        if (rate < 1 || connections < 1 || batch < 1 || batch > MAX_BATCH) {
            throw new IllegalArgumentException(
                    "rate and connections must be 1 or more, batch 1 to " + MAX_BATCH + " messages");
        }
        if (junkPercent < 0 || junkPercent > 100 || followedPercent < 0 || followedPercent > 100) {
            throw new IllegalArgumentException("shares are 0 to 100 percent");
        }
    }

    /** The number of requests in the plan. */
    public long requestCount() {
        return Math.max(1, rate * duration.toMillis() / 1000 / batch);
    }

    /** The time from the start to the moment at which a request is due, in nanoseconds. */
    long dueNanos(long request) {
        return (long) (request * 1e9 * batch / rate);
    }
}
