package dev.winnow.bench.pipeline;

import java.time.Duration;

/**
 * The extra time that services take to answer, compared with this machine.
 *
 * @param send until a send is confirmed
 * @param receive until a received batch is there
 * @param write until verdicts are stored
 * @param read until verdicts are read
 */
record Delays(Duration send, Duration receive, Duration write, Duration read) {
    static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** The times of SQS and DynamoDB within a region. */
    static final Delays AWS =
            new Delays(Duration.ofMillis(16), Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(4));
}
