package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.lab.load.LatencyCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Loads a server with one rate after the other, up to the first rate that it does not hold in two rounds. */
final class Sweep {
    private final BenchFigures figures;
    private final Path docs;

    Sweep(BenchFigures figures, Path docs) {
        this.figures = figures;
        this.docs = docs;
    }

    /** Finds the highest rate that the server holds; the lowest of all rates if it holds none. */
    Cost findHighest(String name, Server server, int batch, int... rates) throws IOException {
        List<Cost> costs = measureUpTo(Cost::isHeld, name, server, batch, rates);
        return costs.stream().filter(Cost::isHeld).reduce((_, last) -> last).orElse(costs.getFirst());
    }

    /** Finds the rate at which a message costs least; late and lost messages do not matter. */
    Cost findCheapest(String name, Server server, int batch, int... rates) throws IOException {
        return Collections.min(
                measureUpTo(Cost::keepsUp, name, server, batch, rates), Comparator.comparingDouble(Cost::micros));
    }

    /** Measures rates while the condition holds and draws {@code images/latency-NAME.svg}. */
    private List<Cost> measureUpTo(Predicate<Cost> goesOn, String name, Server server, int batch, int... rates)
            throws IOException {
        List<Cost> costs = new ArrayList<>();
        for (int rate : rates) {
            Cost cost = Cost.measureCost(server, Loads.planRound(server, rate, batch));
            if (!goesOn.test(cost)) {
                cost = Cost.measureCost(server, Loads.planRound(server, rate, batch));
            }
            costs.add(cost);
            noteCost(name + "." + rate, cost);
            if (!goesOn.test(cost)) {
                break;
            }
        }
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(
                docs.resolve("images/latency-" + name + ".svg"),
                LatencyCurve.drawCurve(costs.stream().map(Cost::result).toList()));
        return costs;
    }

    private void noteCost(String name, Cost cost) {
        figures.noteFigure(name + ".verdicts", cost.result().verdictRate(), "SMS/s");
        figures.noteFigure(name + ".cpu", cost.micros(), "us/SMS");
        figures.noteFigure(name + ".reading", cost.readMicros(), "us/SMS");
        figures.noteFigure(name + ".accept.p99", Cost.toMillis(cost.result().accept(), 99), "ms");
        figures.noteFigure(
                name + ".accept-to-verdict.p99", Cost.toMillis(cost.result().acceptToVerdict(), 99), "ms");
        if (cost.result().followed().getTotalCount() > 0) {
            figures.noteFigure(
                    name + ".followed.p99", Cost.toMillis(cost.result().followed(), 99), "ms");
        }
        figures.noteFigure(name + ".refused", (double) cost.result().refusalCount(), "requests");
        figures.noteFigure(name + ".lost", (double) cost.result().lostCount(), "SMS");
    }
}
