package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import dev.winnow.lab.load.LoadPlan;
import java.time.Duration;

/** What a message costs when few come and when many do. */
final class CostGrowth {
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final Figures figures;

    CostGrowth(Figures figures) {
        this.figures = figures;
    }

    void run(String name, Server server, int... rates) throws InterruptedException {
        for (int rate : rates) {
            LoadPlan plan = Loads.lasting(server, rate, 1, ROUND);
            Meters before = server.meters("");
            Cost cost = Cost.of(server, plan);
            Meters after = server.meters("");
            double messages = Math.max(1, cost.result().accepted());
            String prefix = name + "." + rate;
            figures.note(prefix + ".cpu", cost.micros(), "us/SMS");
            figures.note(
                    prefix + ".sqs-requests", (after.sqsRequests() - before.sqsRequests()) / messages, "requests/SMS");
            figures.note(prefix + ".write-units", (after.writeUnits() - before.writeUnits()) / messages, "units/SMS");
            figures.note(prefix + ".accept.p99", Cost.millis(cost.result().accept(), 99), "ms");
            figures.note(
                    prefix + ".accept-to-verdict.p50", Cost.millis(cost.result().acceptToVerdict(), 50), "ms");
            figures.note(
                    prefix + ".accept-to-verdict.p99", Cost.millis(cost.result().acceptToVerdict(), 99), "ms");
        }
    }
}
