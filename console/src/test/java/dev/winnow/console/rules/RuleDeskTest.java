package dev.winnow.console.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.audit.InMemoryAuditLog;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.statistics.InMemoryRuleStatistics;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleReport;
import dev.winnow.statistics.RuleSums;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.state.RuleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final Operator OPERATOR = new Operator("jo", Role.OPERATOR, Operator.PAGE);

    private final InMemoryRuleStatistics statistics = new InMemoryRuleStatistics();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        Files.writeString(folder.resolve("zoo.yar"), """
                rule zebra { condition: true }
                rule zoo { condition: zebra }
                rule lion { condition: false }
                """);
    }

    @Test
    void changesAStateAndTellsWhichRulesGetItToo() {
        RuleDesk.Change change = desk().changeState(OPERATOR, "zebra", request("shadow", null));

        assertThat(change.known()).isTrue();
        assertThat(change.dependents()).containsExactly("zoo");
        assertThat(StateFile.read(folder).stateOf("zebra").mode()).isEqualTo(RuleState.Mode.SHADOW);
        assertThat(desk().readStateLines())
                .hasEntrySatisfying("zebra", line -> assertThat(line.because()).isNull())
                .hasEntrySatisfying("zoo", line -> assertThat(line.because()).isEqualTo("zebra"))
                .doesNotContainKey("lion");
        assertThat(audit.listEntries(null, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.target()).isEqualTo("zebra");
            assertThat(entry.detail()).isEqualTo("shadow: why");
        });
    }

    @Test
    void letsTheStrongerOfTwoStatesStand() {
        RuleDesk.Change _ = desk().changeState(OPERATOR, "zebra", request("off", null));
        RuleDesk.Change _ = desk().changeState(OPERATOR, "zoo", request("shadow", null));

        assertThat(desk().readStateLines().get("zoo")).satisfies(line -> {
            assertThat(line.mode()).isEqualTo("off");
            assertThat(line.because()).isEqualTo("zebra");
        });
    }

    @Test
    void forgetsAStateWhoseEndHasPassed() {
        RuleDesk.Change _ = desk().changeState(OPERATOR, "lion", request("shadow", "2026-11-30T11:59"));

        assertThat(desk().readStateLines()).isEmpty();
    }

    @Test
    void refusesAViewerBeforeItReadsTheRequest() {
        Operator viewer = new Operator("jo", Role.VIEWER, Operator.PAGE);

        assertThatThrownBy(() -> desk().changeState(viewer, "zebra", request("asleep", null)))
                .isInstanceOf(OpsException.class);
        assertThat(StateFile.read(folder).isEmpty()).isTrue();
        assertThat(audit.listEntries(null, 10)).isEmpty();
    }

    @Test
    void refusesAnEndThatIsNoTime() {
        assertThatThrownBy(() -> desk().changeState(OPERATOR, "zebra", request("shadow", "soon")))
                .hasMessageContaining("and not 'soon'");
    }

    @Test
    void sumsUpTheDaysOfARule() {
        LocalDate today = LocalDate.now(CLOCK);
        RuleCounts counts = new RuleCounts(3, 1, 2, 1, 9, 1);
        statistics.saveDay(today.minusDays(1), new RuleSums(100, Map.of("zebra", counts)));
        statistics.saveDay(today.minusDays(3), new RuleSums(50, Map.of("zebra", counts)));

        RuleReport report = desk().readReport(4);

        assertThat(report.messages()).isEqualTo(150);
        RuleReport.Line line = report.find("zebra").orElseThrow();
        assertThat(line.hitsByDay(today, 4)).containsExactly(5L, 0L, 5L, 0L);
        assertThat(line.precision())
                .satisfies(precision -> assertThat(precision).isNotNull());
        assertThat(line.sums().decisive()).isEqualTo(2);
    }

    @Test
    void hasNoVersionsOnOneMachine() {
        Operator admin = new Operator("jo", Role.ADMIN, Operator.PAGE);

        assertThat(desk().listActivations()).isEmpty();
        assertThatThrownBy(() -> desk().rollBack(admin, "")).hasMessageContaining("have no versions");
    }

    private static StateRequest request(String state, @Nullable String until) {
        return new StateRequest(state, null, until, null, "why");
    }

    private RuleDesk desk() {
        return new RuleDesk(new FolderRuleBook(folder), statistics, new AuditTrail(audit, CLOCK), CLOCK);
    }
}
