package dev.winnow.local.state;

import dev.winnow.console.rules.RuleDesk;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.TextTable;
import dev.winnow.worker.scan.state.RuleState;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code winnow rules states}. */
@Command(name = "states", description = "List the rules that have a state; all other rules are active.")
public final class StatesCommand implements Callable<Integer> {
    @Mixin
    private final StatesOption rules = new StatesOption();

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One line of the JSON array. */
    private record Item(
            String rule, String state, int share, @Nullable String until, boolean pinned, String note) {
        static Item of(RuleState state) {
            return new Item(
                    state.rule(),
                    state.mode().token(),
                    state.share(),
                    state.until() == null ? null : state.until().toString(),
                    state.pinned(),
                    state.note());
        }
    }

    @Override
    public Integer call() {
        List<RuleState> states = List.copyOf(rules.onDesk(RuleDesk::readStates).all());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(states.stream().map(Item::of).toList()));
        } else if (states.isEmpty()) {
            out.println("All rules are active.");
        } else {
            TextTable table = new TextTable();
            states.forEach(state -> table.addRow(state.rule(), RuleDesk.describe(state), state.note()));
            table.printRows(out, Screen.ofCommand(spec));
        }
        return 0;
    }
}
