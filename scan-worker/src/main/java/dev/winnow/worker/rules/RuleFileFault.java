package dev.winnow.worker.rules;

import java.time.Instant;

/**
 * The reason why a file of a rules folder is not used.
 *
 * @param file its name, or a subfolder's; not a path
 * @param line from 1; 0 if the fault is in no line
 * @param reason the end of a sentence that begins with the file's name; it names the next step
 * @param changed when the file was last changed; the epoch if that cannot be told
 */
public record RuleFileFault(String file, int line, String reason, Instant changed) {

    /** In a sentence. */
    public String sentence() {
        String name = file.replaceAll("\\p{Cntrl}", "?");
        String place = line == 0 ? name : name + ":" + line;
        return "%s is left out: it %s".formatted(place, reason);
    }
}
