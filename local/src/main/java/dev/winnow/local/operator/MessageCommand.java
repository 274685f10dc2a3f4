package dev.winnow.local.operator;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow message}. */
@Command(name = "message", description = "Follow one message.", synopsisSubcommandLabel = "COMMAND")
public final class MessageCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "show",
            description = {
                "Show the way of a message and the rules that decided; never its text.",
                "With --ref it is found by the client's name for it, if the tenant keeps a history."
            })
    int show(
            @Mixin ConsoleOption console,
            @Mixin OutputOption output,
            @Parameters(arity = "0..1", paramLabel = "ID", description = "The message's id.") @Nullable String id,
            @Option(names = "--ref", paramLabel = "REF", description = "The client's name for it, in place of the id.")
                    @Nullable String ref,
            @Option(names = "--tenant", paramLabel = "TENANT", description = "The tenant, with --ref.") @Nullable String tenant) {
        if ((id == null) == (ref == null) || (ref == null) != (tenant == null)) {
            throw new ParameterException(spec.commandLine(), "Give the id, or --ref with --tenant.");
        }
        try (OperatorClient client = console.openClient()) {
            String wanted = id;
            if (ref != null && tenant != null) {
                JsonNode found = client.get(
                        "messages?tenant=" + OperatorClient.encode(tenant) + "&ref=" + OperatorClient.encode(ref));
                if (found.path("messages").size() != 1) {
                    printFound(found, output);
                    return found.path("messages").isEmpty() ? 1 : 0;
                }
                wanted = found.path("messages").get(0).path("id").asString("");
            }
            JsonNode way = client.get("messages/" + OperatorClient.encode(String.valueOf(wanted)));
            if (output.isJson()) {
                output.printJson(out(), way);
            } else {
                printWay(way);
            }
        }
        return 0;
    }

    private void printFound(JsonNode found, OutputOption output) {
        if (output.isJson()) {
            output.printJson(out(), found);
            return;
        }
        if (found.path("messages").isEmpty()) {
            out().println("No message of this name was accepted after " + OutputOption.seconds(found.path("backTo"))
                    + ", as far as the tenant's history goes; "
                    + found.path("read").asInt() + " messages were looked at.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        found.path("messages").forEach(row -> rows.add(OutputOption.cells(row, "acceptedAt", "id")));
        OutputOption.printTable(spec, List.of("ACCEPTED", "ID"), rows);
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
