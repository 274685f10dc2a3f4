package dev.winnow.console.rules;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.publication.Activation;
import dev.winnow.statistics.RuleReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules with their states and statistics, for programs. */
@RestController
final class RuleController {
    private static final String PATH = AccessConfiguration.API + "rules";
    private static final String VERSIONS = AccessConfiguration.API + "rule-versions";

    private final RuleShelf shelf;
    private final RuleDesk desk;

    RuleController(RuleShelf shelf, RuleDesk desk) {
        this.shelf = shelf;
        this.desk = desk;
    }

    /** A change of a state, as it was made. */
    record StateChange(StateLine state, boolean known, List<String> dependents) {
        static StateChange of(RuleDesk.Change change) {
            return new StateChange(StateLine.of(change.state()), change.known(), List.copyOf(change.dependents()));
        }
    }

    /** The version that a rollback returns to; all its changes are against the live rules. */
    record Earlier(String version, List<String> added, List<String> changed, List<String> removed) {
        static Earlier of(RuleBook.Earlier earlier) {
            return new Earlier(
                    earlier.version().key(),
                    earlier.changes().added(),
                    earlier.changes().changed(),
                    earlier.changes().removed());
        }
    }

    record VersionLine(String version, Instant at, String by, boolean published) {
        static VersionLine of(Activation activation) {
            return new VersionLine(
                    activation.version().key(), activation.at(), activation.by(), activation.isPublished());
        }
    }

    record Versions(List<VersionLine> versions) {}

    record Rollback(@Nullable String name) {}

    @GetMapping(PATH)
    RuleShelf.Shelf readShelf() {
        return shelf.readShelf();
    }

    @GetMapping(PATH + "/{name}")
    RuleShelf.RulePage readRule(@PathVariable("name") String name) {
        return shelf.readRule(name);
    }

    @PostMapping(path = PATH + "/{name}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    StateChange changeState(@PathVariable("name") String name, @RequestBody StateRequest request, Operator by) {
        return StateChange.of(OpsException.answer(() -> desk.changeState(by, name, request)));
    }

    @GetMapping(AccessConfiguration.API + "rule-statistics")
    RuleReport readReport(@RequestParam(name = "days", defaultValue = "30") int days) {
        return OpsException.answer(() -> desk.readReport(days));
    }

    @GetMapping(VERSIONS)
    Versions listVersions() {
        return new Versions(desk.listActivations().stream().map(VersionLine::of).toList());
    }

    @GetMapping(VERSIONS + "/comparison")
    Earlier compare(@RequestParam(name = "name", defaultValue = "") String name) {
        return Earlier.of(OpsException.answer(() -> desk.compare(name)));
    }

    @PostMapping(path = VERSIONS + "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    Earlier rollBack(@RequestBody Rollback rollback, Operator by) {
        String name = rollback.name() == null ? "" : rollback.name();
        return Earlier.of(OpsException.answer(() -> desk.rollBack(by, name)));
    }
}
