package dev.winnow.verdict;

import java.time.Duration;

/** How long things are kept: what waits in the queue is gone before its dead letter, and that before its verdict. */
public final class Retention {
    /** SQS scan and bulk queues. */
    public static final Duration QUEUE = Duration.ofDays(4);

    /** SQS dead-letter queues. */
    public static final Duration DEAD_LETTERS = Duration.ofDays(10);

    /** Verdicts, counted from the time the envelope was opened. */
    public static final Duration VERDICTS = Duration.ofDays(14);

    private Retention() {}
}
