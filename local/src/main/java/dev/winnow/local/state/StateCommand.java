package dev.winnow.local.state;

import dev.winnow.console.rules.RuleDesk;
import dev.winnow.console.rules.StateRequest;
import dev.winnow.local.operator.CommandUser;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleState.Mode;
import java.io.PrintWriter;
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
    public Integer call() {
        RuleState state = new RuleState(rule, mode, share, StateRequest.parseEnd(until), pinned, note);
        RuleDesk.Change change = rules.onDesk(desk -> desk.changeState(CommandUser.current(), state));
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule + ": " + RuleDesk.describe(state));
        if (!change.known() && state.isSpecial()) {
            out.println("There is no rule of that name yet; the state waits for it.");
        }
        if (!change.dependents().isEmpty() && state.isSpecial()) {
            out.println("The same holds for the rules that refer to it: " + String.join(", ", change.dependents()));
        }
        return 0;
    }
}
