package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.worker.scan.spelling.WordLetters;
import dev.winnow.worker.scan.wording.WordingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files of the learnt layer, as docs/rules.md describes them. */
class WordingFilesTest {
    @Test
    void listsConceptsInTheFormOfFoldedText() throws IOException {
        Set<String> languages = new HashSet<>();
        Set<String> concepts = new HashSet<>();
        List<String> lines = read("concepts.tsv");
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(3);
            languages.add(columns[0]);
            concepts.add(columns[1]);
            for (String entry : columns[2].split(" ", -1)) {
                FoldedText folded = FoldedText.foldText(entry, Vocabulary.empty());
                String plain = folded.differs() ? new String(folded.utf8(), StandardCharsets.UTF_8) : entry;
                assertThat(entry).isEqualTo(plain).isLowerCase();
            }
        }
        assertThat(languages).hasSize(41);
        assertThat(concepts).hasSize(104);
    }

    @Test
    void holdsAModelOfFeaturesWithinTheirBounds() throws IOException {
        List<String> features = read("wording.tsv").stream()
                .filter(line -> !line.startsWith("//"))
                .toList();

        assertThat(features).hasSize(200_001);
        assertThat(features.getFirst()).startsWith(WordingModel.CONSTANT);
        for (String line : features.subList(1, features.size())) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(4);
            for (int i = 1; i < columns.length; i++) {
                assertThat(Integer.parseInt(columns[i]))
                        .as(line)
                        .isBetween(-WordingModel.MAX_WEIGHT, WordingModel.MAX_WEIGHT);
            }
        }
    }

    @Test
    void listsTheWordsOfTheVocabularyInTheFormOfFoldedText() throws IOException {
        List<String> lines = read("vocabulary.txt").stream()
                .filter(line -> !line.startsWith("//"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(50_000).doesNotHaveDuplicates();
        for (String line : lines) {
            String word = line.charAt(0) == Vocabulary.CORRECTED ? line.substring(1) : line;
            assertThat(word).isLowerCase().hasSizeLessThanOrEqualTo(Vocabulary.LONGEST);
            assertThat(word.codePoints().allMatch(WordLetters::contains))
                    .as(word)
                    .isTrue();
        }
    }

    private static List<String> read(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(WordingFilesTest.class.getResourceAsStream("/dev/winnow/rules/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
