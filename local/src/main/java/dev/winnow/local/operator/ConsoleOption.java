package dev.winnow.local.operator;

import dev.winnow.lab.command.DataOption;
import dev.winnow.lab.command.ServerOption;
import dev.winnow.local.server.DataFolder;
import dev.winnow.rules.TextFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The console that a command talks to: one that is named, or the one that runs on this machine. */
public final class ConsoleOption {
    private static final int MAX_LENGTH = 1 << 12;

    @Option(
            names = "--server",
            defaultValue = "${env:WINNOW_CONSOLE_URL}",
            paramLabel = "URL",
            description = "The console's address (WINNOW_CONSOLE_URL; default: the one that runs on this machine).")
    private @Nullable String server;

    @Option(
            names = "--operator-key",
            defaultValue = "${env:WINNOW_OPERATOR_KEY}",
            paramLabel = "KEY",
            description = "The operator key (WINNOW_OPERATOR_KEY; on this machine found in the data folder).")
    private @Nullable String key;

    @Mixin
    private final DataOption data = new DataOption();

    /** Whether a console is named or, as far as the data folder knows, runs on this machine. */
    public boolean isKnown() {
        return (server != null && !server.isBlank()) || Files.exists(DataFolder.consoleFile(data.path()));
    }

    /** The data folder of the server on this machine. */
    public Path data() {
        return data.path();
    }

    /**
     * Opens a client.
     *
     * @throws IllegalStateException if no console is known; says how to name one
     */
    public OperatorClient openClient() {
        if (server != null && !server.isBlank()) {
            if (key == null || key.isBlank()) {
                throw new IllegalStateException("no operator key: give --operator-key, or set WINNOW_OPERATOR_KEY");
            }
            return new OperatorClient(ServerOption.parseAddress(server, "http://localhost:8081"), key);
        }
        Path file = DataFolder.consoleFile(data.path());
        if (Files.notExists(file)) {
            throw new IllegalStateException("no console runs on the data folder "
                    + data.path().toAbsolutePath() + ": start a server (make run), or name a console with --server");
        }
        List<String> lines = TextFile.require(file, MAX_LENGTH).lines().toList();
        return new OperatorClient(URI.create(lines.get(0)), lines.get(1));
    }
}
