package dev.winnow.local.state;

import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules state}. */
@Command(
        name = "state",
        description = {
            "Put a rule into shadow, turn it off, or make it active for all messages or a share of them.",
            "A rule in shadow is scanned and counted, and is no part of a verdict. A rule that is off is not compiled.",
            "No rule is admitted again. A rule that refers to the rule gets its state too."
        })
public final class StateCommand implements Callable<Integer> {
    @Mixin
    private final StatesOption rules = new StatesOption();

    @Parameters(paramLabel = "RULE", description = "The name of the rule.")
    @SuppressWarnings("NullAway.Init")
    private String rule;

    @Parameters(paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private Mode mode;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description =
                    "Active for that share of messages, 1 to 100, and in shadow for the others. The same message is"
                            + " always on the same side.")
    private int share;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The end of the state, a day or a time such as 2026-12-05T08:00:00Z (UTC); then the rule is active.")
    private @Nullable String until;

    @Option(names = "--pinned", description = "The fuse leaves the rule alone.")
    private boolean pinned;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "The reason, for people.")
    private String note = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RuleState state = new RuleState(rule, mode, share, parseEnd(until), pinned, note);
        rules.changeStates(inUse -> changeState(inUse, state));
        return 0;
    }

    private RuleStates changeState(StatesOption.InUse inUse, RuleState state) {
        Set<String> names = new TreeSet<>();
        Set<String> dependents = new TreeSet<>();
        for (RuleSource source : inUse.sources()) {
            Map<String, Set<String>> references = source.references();
            names.addAll(references.keySet());
            addDependents(rule, references, dependents);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule + ": " + describe(state));
        if (!names.contains(rule) && state.isSpecial()) {
            out.println("There is no rule of that name yet; the state waits for it.");
        }
        if (!dependents.isEmpty() && state.isSpecial()) {
            out.println("The same for the rules that refer to it: " + String.join(", ", dependents));
        }
        return inUse.states().with(state);
    }

    static String describe(RuleState state) {
        return state.mode().token()
                + (state.share() < 100 ? " for " + state.share() + " % of messages" : "")
                + (state.until() == null ? "" : " until " + state.until())
                + (state.pinned() ? ", pinned" : "");
    }

    private static void addDependents(String rule, Map<String, Set<String>> references, Set<String> dependents) {
        List<String> direct = references.entrySet().stream()
                .filter(entry -> entry.getValue().contains(rule))
                .map(Map.Entry::getKey)
                .filter(dependents::add)
                .toList();
        direct.forEach(each -> addDependents(each, references, dependents));
    }

    private static @Nullable Instant parseEnd(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--until takes a day or a time such as 2026-12-05T08:00:00Z, and not '" + text + "'", e);
        }
    }
}
