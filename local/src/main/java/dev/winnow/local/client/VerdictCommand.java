package dev.winnow.local.client;

import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.ServerOption;
import dev.winnow.lab.command.StandardInput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow verdict}. */
@Command(
        name = "verdict",
        description = {
            "Print the verdicts of messages by their ids; '-' reads ids from standard input, the first word of each line.",
            "",
            "Exit code 1 if a message has no verdict within 20 seconds."
        })
public final class VerdictCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Message ids, or '-'.")
    @SuppressWarnings("NullAway.Init")
    private List<String> ids;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOption server;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int missing = 0;
        VerdictLine lines = new VerdictLine(Screen.ofCommand(spec));
        try (WinnowClient client = new WinnowClient(server.url(), server.key())) {
            for (String id : ids.equals(List.of(StandardInput.NAME)) ? readStandardInput() : ids) {
                VerdictView verdict = client.awaitVerdict(id);
                spec.commandLine().getOut().println(lines.format(verdict));
                missing += verdict.status().equals("queued") ? 1 : 0;
            }
        }
        return missing == 0 ? 0 : 1;
    }

    private static List<String> readStandardInput() throws IOException {
        return StandardInput.readText()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s", 2)[0])
                .toList();
    }
}
