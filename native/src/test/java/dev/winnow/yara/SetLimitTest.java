package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetLimitTest {
    private final SetLimit limit = new SetLimit();

    @Test
    void knowsNoLimitBeforeTheFirstMeasurement() {
        assertThat(limit.limitOf(Map.of())).isInfinite();
    }

    @Test
    void addsTheCostsOfTheRulesThatHaveCome() {
        limit.remember(Set.of("a", "b"), 100);
        assertThat(limit.limitOf(Map.of("a", 3.0, "c", 7.0, "d", 2.0))).isEqualTo(109);
    }

    @Test
    void addsUpOverEdits() {
        limit.remember(Set.of("a"), 100);
        limit.remember(Set.of("b"), limit.limitOf(Map.of("b", 5.0)));
        assertThat(limit.limitOf(Map.of("a", 3.0, "b", 5.0))).isEqualTo(108);
    }
}
