package dev.winnow.local.draft;

import dev.winnow.local.backtest.BacktestCommand;
import dev.winnow.local.operator.ConsoleOption;
import dev.winnow.local.operator.OperatorClient;
import dev.winnow.local.rules.CheckCommand;
import dev.winnow.local.server.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code winnow rules draft}. */
@Command(
        name = "draft",
        description = {
            "Draft a rule from a campaign. The rule looks for parts of its text that are rare in honest texts, and gets invented examples.",
            "The rule is admitted with its examples, tried on the history if this machine has one, put into shadow and written"
                    + " into the rules folder. Edit it, look at its hits, then: winnow rules state RULE active.",
            "The text of a campaign is known only if one of its tenants consents: winnow tenant set TENANT --history DAYS."
        })
public final class DraftCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleOption console = new ConsoleOption();

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id, as 'winnow campaigns' shows it.")
    private String campaign = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write into (default: rules in the data folder).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** What another command printed. */
    private record Printed(int code, String text) {}

    /** What the rule would have done: the messages of the history, those that it matches, and those that become junk. */
    private record Trial(long messages, long hits, long newJunk) {}

    @Override
    public Integer call() throws IOException {
        if (!campaign.matches("[0-9a-f]{16}")) {
            throw new ParameterException(
                    spec.commandLine(), "CAMPAIGN is an id of 16 hexadecimal digits, as 'winnow campaigns' shows it");
        }
        Path folder = out == null ? console.data().resolve("rules") : out;
        try (OperatorClient client = console.openClient()) {
            JsonNode draft = client.post("campaigns/" + campaign + "/draft", Map.of());
            DraftFiles files = DraftFiles.of(draft.path("rule"));
            files.requireNew(folder);
            Path stage = Files.createTempDirectory("draft");
            Trial trial;
            try {
                files.write(stage);
                Printed checked = run(new CheckCommand(), "--only", "--rules", stage.toString());
                if (checked.code() != 0) {
                    spec.commandLine().getErr().print(checked.text());
                    throw new IllegalStateException("the draft is not admitted, so nothing was written");
                }
                trial = tryOnHistory(stage, files.rule());
            } finally {
                files.delete(stage);
                Files.delete(stage);
            }
            // The state comes first, so that the rule is never active before its author makes it so.
            var _ = client.post(
                    "rules/" + files.rule() + "/state",
                    Map.of("state", "shadow", "note", "draft from campaign " + campaign));
            files.write(folder);
            report(draft, files, folder, trial);
        }
        return 0;
    }

    /** Runs a backtest on the history of this machine; null without one. */
    private @Nullable Trial tryOnHistory(Path stage, String rule) {
        Path data = console.data();
        if (Files.notExists(DataFolder.historyFile(data)) || Files.notExists(DataFolder.databaseFile(data))) {
            return null;
        }
        Printed printed = run(new BacktestCommand(), "--rules", stage.toString(), "--data", data.toString(), "--json");
        if (printed.code() != 0) {
            throw new IllegalStateException("the backtest of the draft failed, so nothing was written");
        }
        JsonNode report = JsonMapper.shared().readTree(printed.text());
        long hits = 0;
        for (JsonNode each : report.path("rules")) {
            hits += each.path("rule").asString("").equals(rule)
                    ? each.path("candidate").path("hits").asLong()
                    : 0;
        }
        long newJunk = 0;
        for (JsonNode each : report.path("changes")) {
            newJunk += each.path("to").asString("").equals("junk")
                    ? each.path("count").asLong()
                    : 0;
        }
        return new Trial(report.path("messages").asLong(), hits, newJunk);
    }

    /** Runs a command as a person would; its errors go to this command's error output. */
    private Printed run(Callable<Integer> command, String... arguments) {
        StringWriter text = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(text))
                .setErr(spec.commandLine().getErr())
                .setExecutionExceptionHandler(spec.commandLine().getExecutionExceptionHandler())
                .execute(arguments);
        return new Printed(code, text.toString());
    }

    private void report(JsonNode draft, DraftFiles files, Path folder, @Nullable Trial trial) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            ObjectNode document =
                    ((ObjectNode) draft).put("folder", folder.toString()).put("state", "shadow");
            if (trial != null) {
                document.set("backtest", JsonMapper.shared().valueToTree(trial));
            }
            printer.println(document.toPrettyString());
            return;
        }
        printer.println(files.source());
        printer.println(
                "compared with the bundled honest examples and " + draft.path("compared") + " messages of the history");
        printer.println("admitted with its examples");
        printer.println(
                trial == null
                        ? "no backtest, as there is no history on this machine"
                        : "backtest: matches %,d of %,d messages of the history, of which %,d become junk if it is active"
                                .formatted(trial.hits(), trial.messages(), trial.newJunk()));
        printer.println("in shadow: " + folder.resolve(files.file()));
        printer.println("Edit it, look at its hits, then: winnow rules state " + files.rule() + " active");
    }
}
