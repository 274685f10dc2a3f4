package dev.winnow.local.demo;

import dev.winnow.lab.command.Screen;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow demo}. */
@Command(
        name = "demo",
        description = {
            "Start a server on a free port and an empty data folder, send the bundled samples and print their verdicts.",
            "",
            "Exit code 1 if a verdict is not the expected one."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("winnow-demo");
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=0"));
                WinnowClient client = new WinnowClient(
                        server.endpoint(),
                        Files.readString(DataFolder.demoKeyFile(data)).strip())) {
            return new Demo(client, spec.commandLine().getOut(), Screen.ofCommand(spec)).runSamples() ? 0 : 1;
        } finally {
            deleteTree(data);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
