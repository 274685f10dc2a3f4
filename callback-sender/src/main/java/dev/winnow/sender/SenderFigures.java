package dev.winnow.sender;

import dev.winnow.fleet.SinceLast;
import dev.winnow.sender.delivery.SenderMetrics;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The figures of a callback sender for alarms and the dashboard; docs/runbook.md lists their names. Counts are since the last line of
 * metrics. One thread at a time.
 */
public final class SenderFigures implements Supplier<Map<String, Double>> {
    private final SenderMetrics metrics;
    private final SinceLast delivered;
    private final SinceLast failed;
    private final SinceLast givenUp;
    private final SinceLast disabled;

    /** Counts from the start of the metrics. */
    public SenderFigures(SenderMetrics metrics) {
        this.metrics = metrics;
        this.delivered = new SinceLast(metrics::delivered);
        this.failed = new SinceLast(metrics::failed);
        this.givenUp = new SinceLast(metrics::givenUp);
        this.disabled = new SinceLast(metrics::disabledEndpoints);
    }

    @Override
    public Map<String, Double> get() {
        return Map.of(
                "CallbacksDelivered", (double) delivered.takeGrowth(),
                "CallbacksFailed", (double) failed.takeGrowth(),
                "CallbacksGivenUp", (double) givenUp.takeGrowth(),
                "EndpointsDisabled", (double) disabled.takeGrowth(),
                "DueCallbackAge", metrics.takeDueAge().toMillis() / 1000.0);
    }
}
