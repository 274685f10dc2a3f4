package dev.winnow.lab.learn;

import dev.winnow.worker.scan.wording.WordingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Learns the bundled wording model and writes its file; {@code make learn} runs it. */
public final class LearnWording {
    private static final String HEAD = """
            // The wording model, written by `make learn`. A feature a line: its name, and quarters of points towards junk,
            // promotion and transaction. docs/rules.md explains the names.
            """;

    private LearnWording() {}

    /**
     * Learns and writes.
     *
     * @param arguments the folder of the written corpora, the folder of other corpora, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Corpora corpora = Corpora.readAll(Path.of(arguments[0]), Path.of(arguments[1]));
        List<WordingTrainer.Example> examples = corpora.selectExamples(message -> false);
        List<WordingModel.Line> lines = new WordingTrainer(WordingTrainer.Options.DEFAULT).trainLines(examples);
        Path out = Path.of(arguments[2]);
        Files.writeString(
                out, HEAD + lines.stream().map(WordingModel.Line::format).collect(Collectors.joining("\n")) + "\n");
        System.out.printf("%,d features from %,d messages: %s%n", lines.size(), examples.size(), out);
    }
}
