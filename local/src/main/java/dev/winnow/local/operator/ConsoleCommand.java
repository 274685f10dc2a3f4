package dev.winnow.local.operator;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow console}. */
@Command(
        name = "console",
        description = "Print a link to the console that signs you in. It works once and for ten minutes.")
public final class ConsoleCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleOption console = new ConsoleOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OperatorClient client = console.openClient()) {
            String path = client.post("sign-in-links", Map.of()).path("path").asString("");
            spec.commandLine().getOut().println(client.endpoint().resolve(path));
        }
        return 0;
    }
}
