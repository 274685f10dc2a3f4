package dev.winnow.verdict;

import java.time.Duration;

/** The times for which data are kept. A message leaves the queue before its dead letter expires, and a dead letter before the verdict. */
public final class Retention {
    /** The retention of the scan and bulk queues on SQS. */
    public static final Duration QUEUE = Duration.ofDays(4);

    /** The retention of the dead-letter queues on SQS. */
    public static final Duration DEAD_LETTERS = Duration.ofDays(10);

    /** The retention of verdicts, from the time at which the envelope was opened. */
    public static final Duration VERDICTS = Duration.ofDays(14);

    private Retention() {}
}
