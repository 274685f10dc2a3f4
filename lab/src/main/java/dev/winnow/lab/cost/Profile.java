package dev.winnow.lab.cost;

import java.util.List;

/**
 * A way of using Winnow, as what one message asks of it.
 *
 * @param name what it is called
 * @param what a sentence about it
 * @param smsPerEnvelope how full envelopes are, 1 to 200: arrivals of one API task within a send
 * @param smsPerRequest messages that one HTTP request submits
 * @param readsPerSms requests for a verdict
 * @param storeReadsPerSms reads of the store; one read of an envelope serves everybody who waits for it
 * @param connectionsPerSms new TLS connections
 * @param callbacksPerSms webhook calls, each for up to 100 verdicts
 * @param apiRequestsPerVcpuSecond requests that an API vCPU serves
 */
public record Profile(
        String name,
        String what,
        double smsPerEnvelope,
        double smsPerRequest,
        double readsPerSms,
        double storeReadsPerSms,
        double connectionsPerSms,
        double callbacksPerSms,
        double apiRequestsPerVcpuSecond) {
    /** Requests with one message cost about this many a vCPU and second. */
    private static final double SINGLE = 2000;

    /** Requests with a hundred messages. */
    private static final double BATCH = 200;

    /** The three that docs/cost.md shows. */
    static List<Profile> listProfiles() {
        return List.of(
                new Profile(
                        "phones",
                        "phones that submit one message and poll once, a new connection each time",
                        40,
                        1,
                        1,
                        1,
                        2,
                        0,
                        SINGLE),
                new Profile(
                        "apps",
                        "apps that submit and wait for the verdict on one connection, served by the shared watcher",
                        40,
                        1,
                        1,
                        3.0 / 40,
                        1,
                        0,
                        SINGLE),
                new Profile(
                        "gateways",
                        "SMS gateways that submit a hundred at a time on a kept connection and take webhooks",
                        200,
                        100,
                        0,
                        0,
                        0,
                        1.0 / 100,
                        BATCH));
    }
}
