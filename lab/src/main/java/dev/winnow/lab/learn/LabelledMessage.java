package dev.winnow.lab.learn;

import java.util.Set;

/**
 * A message with the label that people gave it.
 *
 * @param label as the corpus gives it
 * @param text the message
 */
public record LabelledMessage(String label, String text) {
    private static final Set<String> JUNK = Set.of("spam", "smishing", "junk", "phishing");

    /** Whether the label means junk. */
    public boolean isJunk() {
        return JUNK.contains(label);
    }
}
