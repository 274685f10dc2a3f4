package dev.winnow.bench.pipeline;

import java.time.Duration;

/**
 * How much later than on this machine the services answer.
 *
 * @param send until a send is confirmed
 * @param receive until a received batch is there
 * @param write until verdicts are stored
 * @param read until verdicts are read
 */
record Delays(Duration send, Duration receive, Duration write, Duration read) {
    static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** What SQS and DynamoDB take within a region. */
    static final Delays AWS =
            new Delays(Duration.ofMillis(16), Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(4));
}
