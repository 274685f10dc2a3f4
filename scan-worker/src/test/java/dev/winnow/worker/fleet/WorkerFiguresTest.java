package dev.winnow.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.poll.WorkerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerFiguresTest {
    @Test
    void haveTheNamesThatScalingAndAlarmsAreMadeOf() {
        Map<String, Double> figures =
                new WorkerFigures(new WorkerMetrics(new SimpleMeterRegistry()), () -> 7, () -> 0).get();

        assertThat(figures)
                .containsOnlyKeys(
                        "InFlightEnvelopes",
                        "EnvelopesDone",
                        "MessagesDone",
                        "FailedVerdicts",
                        "SkippedRules",
                        "TrippedRules",
                        "StoreAway",
                        "PointerAge",
                        "OldestAgeAtFirstReceiveSeconds")
                .containsEntry("PointerAge", 7.0)
                .containsEntry("StoreAway", 0.0);
    }
}
