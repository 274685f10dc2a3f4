package dev.winnow.worker.scan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.worker.scan.state.RuleState.Mode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleStatesTest {
    @Test
    void readsTheFileThatItWrote() {
        RuleStates states = RuleStates.NONE
                .with(new RuleState("b", Mode.ACTIVE, 5, Instant.parse("2026-12-05T08:00:00Z"), false, "first day"))
                .with(new RuleState("a", Mode.OFF, 100, null, false, "a\ttab and\na line"))
                .with(new RuleState("c", Mode.ACTIVE, 100, null, true, ""))
                .with(new RuleState("d", Mode.SHADOW, 100, null, false, ""));

        assertThat(RuleStates.parseFile(states.toFile())).isEqualTo(states);
        assertThat(states.toFile()).contains("b\tactive\t5\t2026-12-05T08:00:00Z\t\tfirst day\n");
        assertThat(states.with(RuleState.active("d")).all())
                .extracting(RuleState::rule)
                .containsExactly("a", "b", "c");
    }

    @Test
    void readsLinesThatPeopleWrite() {
        assertThat(RuleStates.parseFile("# mine\n\nnew_toll\tshadow\r\n").stateOf("new_toll"))
                .isEqualTo(new RuleState("new_toll", Mode.SHADOW, 100, null, false, ""));
        assertThat(RuleStates.NONE.stateOf("new_toll").isSpecial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a, 'a line has a rule'",
        "a|on, 'active, shadow or off'",
        "a|active|0, 'share of rule'",
        "a|active|many, 'a number from 1 to 100'",
        "a|shadow|5, 'only an active rule has a share'",
        "a|off||2026-12-05T08:00:00Z, 'is off and has an end'",
        "a|shadow||tomorrow, 'could not be parsed'",
        "a|shadow|||yes, 'pinned'",
        "a-b|shadow, 'no name of a rule'"
    })
    void namesTheLineThatItCannotRead(String line, String reason) {
        assertThatThrownBy(() -> RuleStates.parseFile("ok\tshadow\n" + line.replace('|', '\t')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("states.tsv:2: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTwoLinesForARule() {
        assertThatThrownBy(() -> RuleStates.parseFile("a\tshadow\na\toff\n"))
                .hasMessageContaining("states.tsv:2: rule 'a' has a line above already");
    }
}
