package dev.winnow.lab.simulate;

/**
 * The measures of a fleet at one moment.
 *
 * @param seconds time since the start
 * @param waitingSms messages in the queue that no worker has received
 * @param inFlightSms messages that were received and are not done
 * @param waitingEnvelopes the same in envelopes
 * @param inFlightEnvelopes the same in envelopes
 * @param busyShare the share of the running tasks' processor time that was used since the last sample, 0 to 1; 0 when none runs
 * @param running tasks that work
 */
public record Sample(
        double seconds,
        double waitingSms,
        double inFlightSms,
        long waitingEnvelopes,
        long inFlightEnvelopes,
        double busyShare,
        int running) {
    /** The messages that are not done: the metric that the API tasks publish. */
    double backlogSms() {
        return waitingSms + inFlightSms;
    }

    double backlogEnvelopes() {
        return (double) waitingEnvelopes + inFlightEnvelopes;
    }
}
