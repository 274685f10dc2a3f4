package dev.winnow.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.sender.delivery.SenderMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderFiguresTest {
    @Test
    void haveTheNamesThatAlarmsAndTheDashboardUse() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SenderFigures figures = new SenderFigures(new SenderMetrics(registry));
        registry.counter("winnow.callbacks.calls", "outcome", "failed").increment(3);

        Map<String, Double> first = figures.get();

        assertThat(first)
                .containsOnlyKeys(
                        "CallbacksDelivered",
                        "CallbacksFailed",
                        "CallbacksGivenUp",
                        "EndpointsDisabled",
                        "DueCallbackAge")
                .containsEntry("CallbacksDelivered", 0.0)
                .containsEntry("CallbacksFailed", 3.0);
        assertThat(figures.get()).containsEntry("CallbacksFailed", 0.0);
    }
}
