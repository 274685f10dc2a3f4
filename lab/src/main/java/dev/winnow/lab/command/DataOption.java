package dev.winnow.lab.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder of a server on this machine. */
public final class DataOption {
    @Option(
            names = "--data",
            defaultValue = "${env:WINNOW_DATA:-data}",
            paramLabel = "DIR",
            description = "The data folder of the server on this machine (WINNOW_DATA; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    /** The folder, which need not exist. */
    public Path path() {
        return path;
    }
}
