package dev.winnow.lab.cost;

import java.util.ArrayList;
import java.util.List;

/** Turns a profile into a bill for a million messages. Pure; any thread. */
public final class CostModel {
    /** The messages that one warm worker vCPU scans in a second: below the rate that docs/autoscaling.md shows as measured. */
    public static final double SMS_PER_VCPU_SECOND = 2500;

    /** One line of a bill, in USD. */
    public record Line(String service, double usd) {}

    private static final double MILLION = 1_000_000;
    private static final double HOURS_A_MONTH = 730;

    /** An encoded message of 140 characters with its sender, in an envelope. */
    private static final double BYTES_PER_SMS = 280;

    private static final double BYTES_PER_REQUEST_UNIT = 65_536;

    /** A plain verdict in its envelope's item, and the item's own part. */
    private static final double BYTES_PER_VERDICT = 24;

    private static final double BYTES_PER_ITEM = 64;
    private static final double BYTES_PER_HTTP_EXCHANGE = 1050;
    private static final double BYTES_PER_LOG_LINE = 300;
    private static final double SMS_PER_CONNECTION_LCU_HOUR = 25 * 3600.0;

    /** The share of a fleet's time that is used: an idle half keeps the queue empty. */
    private static final double UTILISATION = 0.5;

    private static final double SPOT = 0.8;

    private final Prices prices;
    private final double smsPerVcpuSecond;

    /** @param smsPerVcpuSecond messages that one worker vCPU scans */
    public CostModel(Prices prices, double smsPerVcpuSecond) {
        this.prices = prices;
        this.smsPerVcpuSecond = smsPerVcpuSecond;
    }

    /** The part of the bill that a million messages cause, by service. */
    public List<Line> costOfMillion(Profile profile) {
        double envelopes = MILLION / profile.smsPerEnvelope();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("SQS", queueCost(envelopes, profile)));
        lines.add(new Line("DynamoDB writes", writeCost(envelopes, profile)));
        lines.add(new Line("DynamoDB reads", readCost(profile)));
        lines.add(new Line("load balancer", balancerCost(profile)));
        lines.add(new Line("API tasks", computeCost(requestCost(profile) / profile.apiRequestsPerVcpuSecond(), 1)));
        lines.add(new Line("worker tasks", computeCost(MILLION / smsPerVcpuSecond, spotFactor())));
        lines.add(new Line("callbacks", webhookCost(profile)));
        lines.add(new Line("logs", envelopes * BYTES_PER_LOG_LINE / 1e9 * prices.priceOf("logs-gb")));
        return lines;
    }

    /** The monthly cost of the small example without any message, by service. */
    public List<Line> monthlyFloor() {
        return List.of(
                new Line("load balancer", HOURS_A_MONTH * prices.priceOf("alb-hour")),
                new Line("NAT gateway", HOURS_A_MONTH * prices.priceOf("nat-hour")),
                new Line("2 API tasks of 0.5 vCPU", 2 * HOURS_A_MONTH * prices.taskHour(0.5, 1)),
                new Line("1 worker of 0.5 vCPU", HOURS_A_MONTH * prices.taskHour(0.5, 1)),
                new Line("1 callback sender of 0.25 vCPU", HOURS_A_MONTH * prices.taskHour(0.25, 0.5)),
                new Line(
                        "alarms and metrics", 20 * prices.priceOf("alarm-month") + 7 * prices.priceOf("metric-month")));
    }

    static double sumLines(List<Line> lines) {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    /** The cost of the queue: a send and a receive bill each 64 KB, at best ten envelopes at once; ten deletes are one request. */
    private double queueCost(double envelopes, Profile profile) {
        double perBatch = Math.min(10, BYTES_PER_REQUEST_UNIT / (BYTES_PER_SMS * profile.smsPerEnvelope()));
        double requests = envelopes + envelopes / Math.max(1, perBatch) + envelopes / 10;
        return requests
                / MILLION
                * (prices.priceOf("sqs-million-requests") + prices.priceOf("sqs-fair-million-requests"));
    }

    private double writeCost(double envelopes, Profile profile) {
        double units = Math.ceil((BYTES_PER_ITEM + BYTES_PER_VERDICT * profile.smsPerEnvelope()) / 1024);
        return envelopes * units / MILLION * prices.priceOf("dynamodb-million-writes");
    }

    private double readCost(Profile profile) {
        double units = Math.ceil((BYTES_PER_ITEM + BYTES_PER_VERDICT * profile.smsPerEnvelope()) / 4096) / 2;
        return profile.storeReadsPerSms() * units * prices.priceOf("dynamodb-million-reads");
    }

    private double requestCost(Profile profile) {
        return MILLION / profile.smsPerRequest() + MILLION * profile.readsPerSms();
    }

    /** The cost of the load balancer: connections or bytes, the larger of the two. */
    private double balancerCost(Profile profile) {
        double byConnections = MILLION * profile.connectionsPerSms() / SMS_PER_CONNECTION_LCU_HOUR;
        double bytes = requestCost(profile) * BYTES_PER_HTTP_EXCHANGE + MILLION * BYTES_PER_SMS;
        return Math.max(byConnections, bytes / 1e9) * prices.priceOf("alb-lcu-hour");
    }

    /** The cost of webhooks: queue requests and outgoing traffic through NAT. */
    private double webhookCost(Profile profile) {
        double calls = MILLION * profile.callbacksPerSms();
        return calls * 3 / MILLION * prices.priceOf("sqs-million-requests")
                + calls * 20_000 / 1e9 * prices.priceOf("nat-gb")
                + computeCost(calls / 200, 1);
    }

    private double computeCost(double vcpuSeconds, double share) {
        return vcpuSeconds / UTILISATION / 3600 * prices.taskHour(1, 2) * share;
    }

    private double spotFactor() {
        return 1 - SPOT + SPOT * prices.priceOf("fargate-spot-share");
    }
}
