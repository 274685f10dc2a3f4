package dev.winnow.lab.learn;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A message with the label that people gave it.
 *
 * @param label as the corpus gives it
 * @param text the message
 */
public record LabelledMessage(String label, String text) {
    private static final SortedSet<String> JUNK = new TreeSet<>(Set.of("spam", "smishing", "junk", "phishing"));
    private static final SortedSet<String> HONEST =
            new TreeSet<>(Set.of("ham", "clean", "legitimate", "promotion", "transaction"));

    /** The labels whose meaning is known; every other one counts as honest. */
    public static SortedSet<String> listKnownLabels() {
        SortedSet<String> known = new TreeSet<>(JUNK);
        known.addAll(HONEST);
        return known;
    }

    /** Whether the label means junk. */
    public boolean isJunk() {
        return JUNK.contains(label);
    }
}
