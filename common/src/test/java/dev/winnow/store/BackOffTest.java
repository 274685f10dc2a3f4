package dev.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    void doublesThePauseUpToTheLongest() {
        BackOff backOff = BackOff.withoutJitter(FIRST, LONGEST);

        List<Long> millis = IntStream.rangeClosed(0, 6)
                .mapToObj(backOff::pauseAfter)
                .map(Duration::toMillis)
                .toList();

        assertThat(millis).containsExactly(0L, 200L, 400L, 800L, 1_000L, 1_000L, 1_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 64, 1_000, Integer.MAX_VALUE})
    void staysAtTheLongestPauseAfterManyFailures(int failures) {
        assertThat(BackOff.withoutJitter(FIRST, Duration.ofHours(24)).pauseAfter(failures))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void staysAtThePauseWhenFirstAndLongestAreTheSame() {
        assertThat(BackOff.withoutJitter(FIRST, FIRST).pauseAfter(9)).isEqualTo(FIRST);
    }

    @Test
    void leavesTheGivenPartOfAPauseToChance() {
        BackOff half = new BackOff(FIRST, LONGEST, 0.5);

        assertThat(half.pauseAfter(2, () -> 0)).isEqualTo(Duration.ofMillis(400));
        assertThat(half.pauseAfter(2, () -> 0.25)).isEqualTo(Duration.ofMillis(350));
        assertThat(half.pauseAfter(2, () -> 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(new BackOff(FIRST, LONGEST, 1).pauseAfter(9, () -> 1)).isEqualTo(Duration.ZERO);
        assertThat(half.pauseAfter(0, () -> 0.5)).isEqualTo(Duration.ZERO);
    }

    @Test
    void staysBetweenItsBounds() {
        BackOff half = new BackOff(FIRST, LONGEST, 0.5);

        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> half.pauseAfter(3)))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(400), Duration.ofMillis(800)));
    }

    @Test
    void refusesInvalidPauses() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, LONGEST, 0))
                .hasMessage("the first pause must be from 1 ms to the longest pause of PT1S, is PT0S");
        assertThatThrownBy(() -> new BackOff(LONGEST, FIRST, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(FIRST, LONGEST, 1.1)).hasMessage("the jitter must be from 0 to 1, is 1.1");
        assertThatThrownBy(() -> new BackOff(FIRST, LONGEST, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
