package dev.winnow.local.backup;

import dev.winnow.lab.command.DataOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow restore}. */
@Command(
        name = "restore",
        description = {
            "Put a backup into a data folder that holds no messages yet. Stop the server first.",
            "Messages that waited when the backup was made are judged again at the next start."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file that winnow backup wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DataBackup.restore(file, data.path());
        spec.commandLine()
                .getOut()
                .printf("Restored %s from %s; start the server with winnow run%n", data.path(), file);
        return 0;
    }
}
