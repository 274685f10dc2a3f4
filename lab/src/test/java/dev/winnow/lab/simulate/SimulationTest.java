package dev.winnow.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final FleetSettings SETTINGS = FleetSettings.DEFAULT;
    private static final ScalingPolicy FIXED = (sample, desired) -> desired;

    @Test
    void scansEveryMessageThatArrives() {
        SimulationResult outcome =
                Simulation.runTrace(SETTINGS, Trace.ordinaryTrace("flat", 600, at -> 1000), FIXED, 1);

        assertThat(outcome.scanned()).isCloseTo(600_000L, within(30_000L));
    }

    @Test
    void paysForTasksFromTheRequestToTheirEnd() {
        SimulationResult outcome =
                Simulation.runTrace(SETTINGS, Trace.ordinaryTrace("flat", 3600, at -> 1000), FIXED, 1);

        assertThat(outcome.taskHours()).isCloseTo(2, within(0.01));
    }

    /** An M/D/1 queue at half load waits half a service time on average; many servers wait less. */
    @Test
    void waitsLittleWhenTasksAreHalfIdle() {
        SimulationResult outcome =
                Simulation.runTrace(SETTINGS, Trace.ordinaryTrace("flat", 3600, at -> 2000), FIXED, 1);

        assertThat(outcome.p99()).isLessThan(0.2);
    }

    /** Twice the capacity for 100 s leaves 100 s of work behind. */
    @Test
    void letsWaitGrowWithTheOverload() {
        double capacity = 2 * SETTINGS.envelopeSize(10_000) / SETTINGS.serviceSeconds(SETTINGS.envelopeSize(10_000));
        Trace trace = Trace.ordinaryTrace("overload", 100, at -> at < 1 ? capacity : 2 * capacity);
        FleetSettings two = new FleetSettings(1, 2500, 0.002, 45, 0, 1, 0.02, 10, 2, 2);

        assertThat(Simulation.runTrace(two, trace, FIXED, 1).max()).isCloseTo(100, within(15.0));
    }

    @Test
    void repeatsARunWithTheSameSeed() {
        Trace trace = Traces.surgeTrace();

        assertThat(Simulation.runTrace(SETTINGS, trace, ours(), 7))
                .isEqualTo(Simulation.runTrace(SETTINGS, trace, ours(), 7));
    }

    @Test
    void startsFromZeroWhenAMessageWaits() {
        FleetSettings empty = new FleetSettings(1, 2500, 0.002, 45, 30, 0.42, 0.02, 10, 0, 60);
        Trace trace = Trace.ordinaryTrace("from nothing", 900, at -> at < 300 ? 0 : 500);

        SimulationResult outcome =
                Simulation.runTrace(empty, trace, new SurgePolicy(empty.acceptableBacklog(), 60, 0.5, 60), 1);

        assertThat(outcome.curve().get(10).running()).isZero();
        assertThat(outcome.max()).isBetween(60.0, 180.0);
        assertThat(outcome.scanned()).isPositive();
    }

    @Test
    void keepsQuietTenantsAheadOfANoisyOne() {
        assertThat(Simulation.runTrace(SETTINGS, Traces.noisyTenantTrace(), ours(), 1)
                        .p99())
                .isLessThan(1);
    }

    private static ScalingPolicy ours() {
        return PolicyComparison.ownPolicy(SETTINGS);
    }
}
