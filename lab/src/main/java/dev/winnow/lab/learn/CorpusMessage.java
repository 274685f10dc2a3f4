package dev.winnow.lab.learn;

import java.util.List;
import java.util.stream.Stream;

/**
 * A labelled message with its source.
 *
 * @param source the name of the corpus
 * @param fold the half of a written corpus, for training or for tests; {@code -} in a corpus that has no halves
 * @param label as the corpus gives it
 * @param language a language tag; {@code -} where unknown
 * @param kind the kind of message; {@code -} where unknown
 * @param features the names of its features
 * @param disguises the names of the features of the text, for each disguise
 */
public record CorpusMessage(
        String source,
        String fold,
        String label,
        String language,
        String kind,
        String text,
        List<String> features,
        List<List<String>> disguises) {
    public CorpusMessage {
        features = List.copyOf(features);
        disguises = List.copyOf(disguises);
    }

    /** Whether the label means junk. */
    public boolean isJunk() {
        return new LabelledMessage(label, text).isJunk();
    }

    /** The message to learn from, plain and in disguise. */
    Stream<WordingTrainer.Example> toExamples() {
        return Stream.concat(Stream.of(features), disguises.stream())
                .distinct()
                .map(names -> new WordingTrainer.Example(label, names));
    }
}
