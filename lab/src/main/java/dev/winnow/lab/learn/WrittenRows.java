package dev.winnow.lab.learn;

import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the rows of the written corpora. Stateless. */
final class WrittenRows {
    private static final int MAX_LENGTH = 64 << 20;
    private static final String TRAIN = "train";

    private WrittenRows() {}

    /**
     * A row of a written corpus.
     *
     * @param source the name of the corpus
     * @param fold the half that it is in, for training or for tests
     */
    record Row(String source, String fold, String label, String language, String kind, String text) {
        /** Whether a model may learn from it. */
        boolean isLearnt() {
            return fold.equals(TRAIN);
        }
    }

    /**
     * Reads the two halved corpora, and the messages to learn from.
     *
     * @throws IllegalArgumentException if a line has another form; names it
     */
    static List<Row> readAll(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String name : List.of("honest", "junk")) {
            for (String[] row : readColumns(folder.resolve(name + ".tsv"), 7)) {
                rows.add(new Row(name, row[4], row[0], row[1], row[2], row[6]));
            }
        }
        for (Path file : listFiles(folder.resolve("learn"))) {
            for (String[] row : readColumns(file, 4)) {
                rows.add(new Row("learn", TRAIN, row[0], row[1], row[2], row[3]));
            }
        }
        return rows;
    }

    private static List<Path> listFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String[]> readColumns(Path file, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        String[] lines = TextFile.require(file, MAX_LENGTH).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String[] row = lines[i].split("\t", -1);
            if (row.length == columns) {
                rows.add(row);
            } else if (!lines[i].isBlank()) {
                throw new IllegalArgumentException("%s:%d must have %d columns".formatted(file, i + 1, columns));
            }
        }
        return rows;
    }
}
