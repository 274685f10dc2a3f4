package dev.winnow.worker.rules;

import dev.winnow.worker.scan.state.RuleStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of states in a rules folder, for commands. One process writes at a time. */
public final class StateFile {
    private StateFile() {}

    /**
     * Reads the states of a folder; none if there is no file.
     *
     * @throws IllegalArgumentException if the file cannot be used; names the line
     */
    public static RuleStates read(Path folder) {
        return WatchedRuleStates.readStates(folder.resolve(RuleStates.FILE));
    }

    /** Replaces the states of a folder as a whole, so that a server reads the old ones or the new ones. */
    public static void write(Path folder, RuleStates states) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".states", ".tmp");
        Files.writeString(fresh, states.toFile());
        Files.move(fresh, folder.resolve(RuleStates.FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
