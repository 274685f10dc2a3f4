package dev.winnow.local.operator;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow dead-letters}. */
@Command(
        name = "dead-letters",
        description = "Look at dead letters, send them again or discard them.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {
    private static final long POLL_MILLIS = 500;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "list", description = "List the reasons, and the newest letters.")
    int list(
            @Mixin ConsoleOption console,
            @Mixin OutputOption output,
            @Option(names = "--reason", paramLabel = "REASON", description = "Only letters of this reason.") @Nullable String reason,
            @Option(
                            names = "--limit",
                            defaultValue = "20",
                            paramLabel = "N",
                            description = "The most letters (default ${DEFAULT-VALUE}, at most 200).")
                    int limit) {
        try (OperatorClient client = console.openClient()) {
            JsonNode letters = client.get(
                    "dead-letters?limit=" + limit + (reason == null ? "" : "&reason=" + OperatorClient.encode(reason)));
            if (output.isJson()) {
                output.printJson(out(), letters);
                return 0;
            }
            JsonNode groups = client.get("dead-letters/groups");
            if (groups.path("total").asLong() == 0) {
                out().println("There are no dead letters.");
                return 0;
            }
            printGroups(groups);
            printLetters(letters);
        }
        return 0;
    }

    @Command(name = "show", description = "Show one letter; its texts only with --reveal, which the audit log keeps.")
    int show(
            @Mixin ConsoleOption console,
            @Parameters(paramLabel = "ENVELOPE", description = "The envelope's id.") String envelope,
            @Option(names = "--reveal", description = "Show the texts too.") boolean reveal) {
        try (OperatorClient client = console.openClient()) {
            String path = "dead-letters/" + OperatorClient.encode(envelope);
            out().println(client.get(path).toPrettyString());
            if (reveal) {
                out().println(client.post(path + "/reveal", Map.of()).toPrettyString());
            }
        }
        return 0;
    }

    @Command(
            name = "redrive",
            description = "Send letters to the live lane again, after their cause is repaired: those named, or --all.")
    int redrive(
            @Mixin ConsoleOption console,
            @Parameters(arity = "0..*", paramLabel = "ENVELOPE", description = "The envelopes' ids.") @Nullable List<String> envelopes,
            @Option(names = "--all", description = "Send all letters again, or all of --reason.") boolean all,
            @Option(names = "--reason", paramLabel = "REASON", description = "With --all: only letters of this reason.")
                    @Nullable String reason,
            @Option(
                            names = "--rate",
                            defaultValue = "50",
                            paramLabel = "N",
                            description = "With --all: letters a second (default ${DEFAULT-VALUE}).")
                    int rate)
            throws InterruptedException {
        requireChoice(envelopes, all);
        try (OperatorClient client = console.openClient()) {
            if (all) {
                return redriveAll(client, reason, rate);
            }
            for (String envelope : envelopes == null ? List.<String>of() : envelopes) {
                JsonNode _ = client.post("dead-letters/" + OperatorClient.encode(envelope) + "/redrive", Map.of());
                out().println("Sent " + envelope + " again");
            }
        }
        return 0;
    }

    @Command(name = "discard", description = "Delete letters for good. Their messages keep the verdict failed.")
    int discard(
            @Mixin ConsoleOption console,
            @Parameters(arity = "1..*", paramLabel = "ENVELOPE", description = "The envelopes' ids.")
                    List<String> envelopes) {
        try (OperatorClient client = console.openClient()) {
            for (String envelope : envelopes) {
                JsonNode _ = client.post("dead-letters/" + OperatorClient.encode(envelope) + "/discard", Map.of());
                out().println("Discarded " + envelope);
            }
        }
        return 0;
    }

    private void requireChoice(@Nullable List<String> envelopes, boolean all) {
        if (all == (envelopes != null && !envelopes.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "name the envelopes to send again, or give --all");
        }
    }

    private int redriveAll(OperatorClient client, @Nullable String reason, int rate) throws InterruptedException {
        JsonNode run = client.post(
                "redrives", reason == null ? Map.of("perSecond", rate) : Map.of("perSecond", rate, "reason", reason));
        while (run.path("running").asBoolean()) {
            Thread.sleep(POLL_MILLIS);
            run = client.get("redrives/last");
        }
        String failure = run.path("failure").asString("");
        out().println(failure.isEmpty() ? "Sent " + run.path("sent").asLong() + " dead letters again" : failure);
        return failure.isEmpty() ? 0 : 1;
    }

    private void printGroups(JsonNode groups) {
        List<List<String>> rows = new ArrayList<>();
        groups.path("groups")
                .forEach(group -> rows.add(List.of(
                        group.path("count").asString(""),
                        OutputOption.seconds(group.path("newest")),
                        group.path("reason").asString(""))));
        OutputOption.printTable(spec, List.of("LETTERS", "LAST", "REASON"), rows);
        out().println();
    }

    private void printLetters(JsonNode letters) {
        List<List<String>> rows = new ArrayList<>();
        letters.path("letters")
                .forEach(letter -> rows.add(List.of(
                        letter.path("envelope").asString(""),
                        String.valueOf(letter.path("slots").size()),
                        letter.path("receives").asString(""),
                        OutputOption.seconds(letter.path("failedAt")),
                        letter.path("ruleset").asString(""))));
        OutputOption.printTable(spec, List.of("ENVELOPE", "MESSAGES", "RECEIVES", "GIVEN UP", "RULE SET"), rows);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
