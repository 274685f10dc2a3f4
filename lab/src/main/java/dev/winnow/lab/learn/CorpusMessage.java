package dev.winnow.lab.learn;

import java.util.List;

/**
 * A labelled message with its source.
 *
 * @param source the name of the corpus
 * @param fold the half of a written corpus, for training or for tests; {@code -} in a corpus that has no halves
 * @param label as the corpus gives it
 * @param language a language tag; {@code -} where unknown
 * @param kind the kind of message; {@code -} where unknown
 * @param features the names of its features
 */
public record CorpusMessage(
        String source, String fold, String label, String language, String kind, String text, List<String> features) {
    public CorpusMessage {
        features = List.copyOf(features);
    }

    /** Whether the label means junk. */
    public boolean isJunk() {
        return new LabelledMessage(label, text).isJunk();
    }

    WordingTrainer.Example toExample() {
        return new WordingTrainer.Example(label, features);
    }
}
