package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.lab.load.LoadPlan;
import java.time.Duration;

/** Compares the cost of a message at a low and at a high rate. */
final class CostGrowth {
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final BenchFigures figures;

    CostGrowth(BenchFigures figures) {
        this.figures = figures;
    }

    void measureGrowth(String name, Server server, int... rates) throws InterruptedException {
        for (int rate : rates) {
            LoadPlan plan = Loads.planLasting(server, rate, 1, ROUND);
            Meters before = server.readMeters("");
            Cost cost = Cost.measureCost(server, plan);
            Meters after = server.readMeters("");
            double messages = Math.max(1, cost.result().accepted());
            String prefix = name + "." + rate;
            figures.noteFigure(prefix + ".cpu", cost.micros(), "us/SMS");
            figures.noteFigure(
                    prefix + ".sqs-requests", (after.sqsRequests() - before.sqsRequests()) / messages, "requests/SMS");
            figures.noteFigure(
                    prefix + ".write-units", (after.writeUnits() - before.writeUnits()) / messages, "units/SMS");
            figures.noteFigure(
                    prefix + ".accept.p99", Cost.toMillis(cost.result().accept(), 99), "ms");
            figures.noteFigure(
                    prefix + ".accept-to-verdict.p50",
                    Cost.toMillis(cost.result().acceptToVerdict(), 50),
                    "ms");
            figures.noteFigure(
                    prefix + ".accept-to-verdict.p99",
                    Cost.toMillis(cost.result().acceptToVerdict(), 99),
                    "ms");
        }
    }
}
