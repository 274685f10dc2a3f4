package dev.winnow.lab.cost;

import java.util.List;

/**
 * A way of using Winnow: the requests, reads and calls that one message causes.
 *
 * @param name its name
 * @param description a sentence about it
 * @param smsPerEnvelope how full envelopes are, 1 to 200: arrivals of one API task within a send
 * @param smsPerRequest messages that one HTTP request submits
 * @param readsPerSms requests for a verdict
 * @param storeReadsPerSms reads of the store; one read of an envelope serves all clients that wait for it
 * @param connectionsPerSms new TLS connections
 * @param callbacksPerSms webhook calls, each for up to 100 verdicts
 * @param apiRequestsPerVcpuSecond requests that an API vCPU serves
 */
public record Profile(
        String name,
        String description,
        double smsPerEnvelope,
        double smsPerRequest,
        double readsPerSms,
        double storeReadsPerSms,
        double connectionsPerSms,
        double callbacksPerSms,
        double apiRequestsPerVcpuSecond) {
    /** Requests with one message that a vCPU serves in a second. */
    private static final double SINGLE = 2000;

    /** Requests with a hundred messages that a vCPU serves in a second. */
    private static final double BATCH = 200;

    /** The three profiles of docs/cost.md. */
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
