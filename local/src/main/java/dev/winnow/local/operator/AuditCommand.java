package dev.winnow.local.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow audit}. */
@Command(name = "audit", description = "Show who did what and when, newest first.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleOption console = new ConsoleOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "The most entries (default ${DEFAULT-VALUE}, at most 100).")
    private int limit;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OperatorClient client = console.openClient()) {
            JsonNode entries = client.get("audit?limit=" + limit);
            if (output.isJson()) {
                output.printJson(spec.commandLine().getOut(), entries);
                return 0;
            }
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode entry : entries.path("entries")) {
                List<String> row = new ArrayList<>(List.of(OutputOption.seconds(entry.path("at"))));
                row.addAll(OutputOption.cells(entry, "by", "role", "channel", "action", "target", "detail"));
                rows.add(row);
            }
            OutputOption.printTable(spec, List.of("AT", "WHO", "ROLE", "FROM", "DID", "TO", "MORE"), rows);
        }
        return 0;
    }
}
