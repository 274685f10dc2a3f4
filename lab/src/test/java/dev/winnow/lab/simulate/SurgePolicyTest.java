package dev.winnow.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurgePolicyTest {
    private static final double UNIT = 25_000;

    private final SurgePolicy policy = new SurgePolicy(UNIT, 60, 0.5, 60);

    @Test
    void doesNothingBelowOneUnit() {
        assertThat(after(3, UNIT - 1, 4)).isEqualTo(4);
    }

    @Test
    void addsAsManyTasksAsClearTheBacklogWithinTheGoal() {
        assertThat(after(3, 8 * UNIT, 4)).isEqualTo(4 + 8);
    }

    @Test
    void countsTasksAddedDuringTheCooldown() {
        int desired = 4;
        for (int tick = 1; tick <= 5; tick++) {
            desired = policy.decideTasks(sample(10 * tick, 8 * UNIT), desired);
        }

        assertThat(desired).isEqualTo(4 + 8);
    }

    @Test
    void addsTheDifferenceWhenTheBacklogGrows() {
        int desired = after(3, 8 * UNIT, 4);
        for (int tick = 4; tick <= 6; tick++) {
            desired = policy.decideTasks(sample(10 * tick, 16 * UNIT), desired);
        }

        assertThat(desired).isEqualTo(4 + 16);
    }

    @Test
    void neverAddsMoreThanTheWholeFleet() {
        assertThat(after(3, 1e9, 4)).isEqualTo(4 + 60);
    }

    private int after(int ticks, double backlog, int desired) {
        int now = desired;
        for (int tick = 1; tick <= ticks; tick++) {
            now = policy.decideTasks(sample(10 * tick, backlog), now);
        }
        return now;
    }

    private static Sample sample(double seconds, double backlog) {
        return new Sample(seconds, backlog, 0, 100, 0, 0.5, 4);
    }
}
