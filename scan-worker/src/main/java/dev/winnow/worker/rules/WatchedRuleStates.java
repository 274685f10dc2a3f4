package dev.winnow.worker.rules;

import dev.winnow.rules.TextFile;
import dev.winnow.worker.scan.state.RuleStates;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The states in a rules folder. A file with a fault is named once, and the states stay as they were. One thread reads the file, any thread asks. */
final class WatchedRuleStates {
    private static final Logger log = LoggerFactory.getLogger(WatchedRuleStates.class);

    private final Path file;
    private String lastFailure = "";
    private volatile RuleStates current = RuleStates.NONE;

    WatchedRuleStates(Path folder) {
        this.file = folder.resolve(RuleStates.FILE);
        boolean _ = reloadIfChanged();
    }

    RuleStates current() {
        return current;
    }

    /** Reads the file; true if the states are others than before. */
    boolean reloadIfChanged() {
        RuleStates before = current;
        try {
            current = readStates(file);
            lastFailure = "";
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).equals(lastFailure)) {
                lastFailure = String.valueOf(e.getMessage());
                log.error("Could not use the states of rules in {}: {}; they stay as they were", file, lastFailure);
            }
        }
        return !current.equals(before);
    }

    /**
     * Reads a file of states; none if there is no file.
     *
     * @throws IllegalArgumentException if it cannot be used
     */
    static RuleStates readStates(Path file) {
        return switch (TextFile.read(file, RuleStates.MAX_LENGTH)) {
            case TextFile.Text(String text) -> RuleStates.parseFile(text);
            case TextFile.Missing() -> RuleStates.NONE;
            case TextFile.Unusable(int line, String reason) ->
                throw new IllegalArgumentException(
                        line == 0 ? "it " + reason : RuleStates.FILE + ":" + line + " " + reason);
        };
    }
}
