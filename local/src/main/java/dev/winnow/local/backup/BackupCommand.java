package dev.winnow.local.backup;

import dev.winnow.lab.command.DataOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow backup}. */
@Command(
        name = "backup",
        description = {
            "Save the data folder of a server on this machine to one file; the server may run meanwhile.",
            "The file holds keys and the texts of messages that wait: only its owner can read it. Put it back with winnow restore."
        })
public final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup to write, a zip file; replaced if it is there.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DataBackup.write(data.path(), file);
        spec.commandLine().getOut().printf("Saved %s to %s, %,d bytes%n", data.path(), file, Files.size(file));
        return 0;
    }
}
