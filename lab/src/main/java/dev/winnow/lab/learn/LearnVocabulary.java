package dev.winnow.lab.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Learns the bundled vocabulary from the written messages and writes its file; {@code make learn} runs it before the wording model. */
public final class LearnVocabulary {
    private static final String HEAD = """
            // Words of at least two of the written messages, the most frequent first, written by `make learn`. A plus sign stands
            // before words that a wrong spelling is corrected to. docs/rules.md explains the file.
            """;

    private LearnVocabulary() {}

    /**
     * Learns and writes.
     *
     * @param arguments the folder of the written corpora, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        VocabularyLearner learner = new VocabularyLearner();
        WrittenRows.readAll(Path.of(arguments[0])).stream()
                .filter(WrittenRows.Row::isLearnt)
                .forEach(row -> learner.addMessage(new LabelledMessage(row.label(), row.text())));
        List<String> lines = learner.listLines();
        Path out = Path.of(arguments[1]);
        Files.writeString(out, HEAD + String.join("\n", lines) + "\n");
        System.out.printf("%,d words: %s%n", lines.size(), out);
    }
}
