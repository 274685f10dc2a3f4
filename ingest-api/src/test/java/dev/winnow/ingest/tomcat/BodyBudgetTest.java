package dev.winnow.ingest.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyBudgetTest {
    @Test
    void givesNoMoreThanThereIs() {
        BodyBudget budget = new BodyBudget(10);

        assertThat(budget.tryTake(7)).isTrue();
        assertThat(budget.tryTake(4)).isFalse();
        assertThat(budget.tryTake(3)).isTrue();
        budget.give(7);
        assertThat(budget.tryTake(7)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"64, 1024", "512, 8192", "1024, 16384", "4096, 20000"})
    void opensAsManyConnectionsAsTheHeapHolds(long megabytes, int connections) {
        assertThat(ConnectionLimit.of(megabytes * 1_024 * 1_024)).isEqualTo(connections);
    }
}
