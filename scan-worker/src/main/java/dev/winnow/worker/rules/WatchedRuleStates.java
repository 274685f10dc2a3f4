package dev.winnow.worker.rules;

import dev.winnow.rules.TextFile;
import dev.winnow.worker.scan.state.RuleStates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states in a rules folder. The log names a file with a fault once, and the states stay as they were. At the start the lines without
 * a fault are used, because a rule that was put into shadow must not be active again. One thread reads the file, any thread asks.
 */
final class WatchedRuleStates {
    private static final Logger log = LoggerFactory.getLogger(WatchedRuleStates.class);

    private final Path file;
    private String lastFailure = "";
    private volatile RuleStates current = RuleStates.NONE;

    WatchedRuleStates(Path folder) {
        this.file = folder.resolve(RuleStates.FILE);
        if (!reloadIfChanged() && !lastFailure.isEmpty()) {
            current = readUsableLines(file);
        }
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

    private static RuleStates readUsableLines(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            // Bytes of another encoding become replacement characters, most likely in notes.
            String text = new String(in.readNBytes(RuleStates.MAX_LENGTH), StandardCharsets.UTF_8);
            RuleStates states = RuleStates.parseUsableLines(text);
            log.error(
                    "{} states of the lines in {} without a fault are in use",
                    states.all().size(),
                    file);
            return states;
        } catch (IOException e) {
            log.error("No state in {} can be read: {}; all rules are active", file, e.toString());
            return RuleStates.NONE;
        }
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
