package dev.winnow.local.operator;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow message}. */
@Command(name = "message", description = "Follow one message.", synopsisSubcommandLabel = "COMMAND")
public final class MessageCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "show", description = "Show the way of a message and the rules that decided; never its text.")
    int show(
            @Mixin ConsoleOption console,
            @Mixin OutputOption output,
            @Parameters(paramLabel = "ID", description = "The message's id.") String id) {
        try (OperatorClient client = console.openClient()) {
            JsonNode way = client.get("messages/" + OperatorClient.encode(id));
            if (output.isJson()) {
                output.printJson(out(), way);
            } else {
                printWay(way);
            }
        }
        return 0;
    }

    private void printWay(JsonNode way) {
        String verdict = way.path("verdict").asString(way.path("status").asString(""));
        out().println(
                        way.has("score")
                                ? verdict + ", score " + way.path("score").asInt()
                                : verdict);
        out().println("tenant " + way.path("tenant").asString("") + ", envelope "
                + way.path("envelope").asString("") + ", slot "
                + way.path("slot").asInt());
        out().println();
        List<List<String>> steps = new ArrayList<>();
        way.path("steps")
                .forEach(step -> steps.add(List.of(
                        step.path("at").isMissingNode() || step.path("at").isNull()
                                ? ""
                                : step.path("at").asString(""),
                        step.path("title").asString(""),
                        step.path("detail").asString(""))));
        OutputOption.printTable(spec, List.of("AT", "WHAT", "MORE"), steps);
        if (!way.path("matches").isEmpty()) {
            out().println();
            List<List<String>> matches = new ArrayList<>();
            way.path("matches")
                    .forEach(match -> matches.add(List.of(
                            "%+d".formatted(match.path("weight").asInt()),
                            match.path("rule").asString(""),
                            match.path("view").asString(""),
                            match.path("title").asString(""))));
            OutputOption.printTable(spec, List.of("POINTS", "RULE", "VIEW", "TITLE"), matches);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
