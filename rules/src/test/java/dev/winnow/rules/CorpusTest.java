package dev.winnow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form and size that docs/corpora.md promises. */
class CorpusTest {
    private static final String HEADER = "label\tlanguage\tkind\tfamily\tfold\tmade\ttext";

    private record Row(
            String label, String language, String kind, String family, String fold, String made, String text) {
        static Row parse(String line) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(7).doesNotContain("");
            return new Row(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
        }

        String baseLanguage() {
            return language.replaceFirst("-.*", "");
        }
    }

    @Test
    void holdsHonestMessagesOfManyLanguagesAndSenders() throws IOException {
        List<Row> rows = read("honest");

        assertThat(rows).hasSizeGreaterThan(7_900);
        assertThat(distinct(rows, Row::baseLanguage)).hasSizeGreaterThanOrEqualTo(75);
        assertThat(distinct(rows, Row::family)).hasSizeGreaterThan(1_500);
        assertThat(distinct(rows, Row::label)).containsExactlyInAnyOrder("transaction", "ham", "promotion");
    }

    @Test
    void holdsJunkOfToday() throws IOException {
        List<Row> rows = read("junk");

        assertThat(rows).hasSizeGreaterThan(5_000);
        assertThat(distinct(rows, Row::baseLanguage)).hasSizeGreaterThanOrEqualTo(75);
        assertThat(distinct(rows, Row::label)).containsExactlyInAnyOrder("smishing", "spam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest", "junk"})
    void keepsEachFamilyOnOneFoldAndEachTextOnce(String name) throws IOException {
        Map<String, String> folds = new HashMap<>();
        Set<String> texts = new HashSet<>();
        List<Row> rows = read(name);
        for (Row row : rows) {
            assertThat(folds.merge(row.family(), row.fold(), (first, next) -> first.equals(next) ? first : "both"))
                    .as(row.family())
                    .isIn("train", "test");
            assertThat(texts.add(withoutFigures(row.text()))).as(row.text()).isTrue();
            assertThat(row.made()).isIn("written", "grammar");
        }
        long tested = rows.stream().filter(row -> row.fold().equals("test")).count();
        assertThat(tested).isBetween(rows.size() * 4L / 10, rows.size() * 6L / 10);
        assertThat(rows.stream().filter(row -> row.made().equals("written")).count())
                .isGreaterThanOrEqualTo(rows.size() * 6L / 10);
    }

    @Test
    void learnsFromNoTextThatIsMeasured() throws IOException {
        Set<String> measured = new HashSet<>();
        for (String name : List.of("honest", "junk")) {
            read(name).forEach(row -> measured.add(withoutFigures(row.text())));
        }
        int rows = 0;
        try (Stream<Path> files = Files.list(Path.of("src/corpus/learn"))) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines.getFirst()).isEqualTo("label\tlanguage\tkind\ttext");
                for (String line : lines.subList(1, lines.size())) {
                    String[] columns = line.split("\t", -1);
                    assertThat(columns).as(line).hasSize(4).doesNotContain("");
                    assertThat(columns[0]).isIn("smishing", "spam", "transaction", "promotion", "ham");
                    String letters = withoutFigures(columns[3]);
                    assertThat(letters.length() > 12 && measured.contains(letters))
                            .as(line)
                            .isFalse();
                }
                rows += lines.size() - 1;
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(60_100);
    }

    private static String withoutFigures(String text) {
        String letters = text.replaceAll("[\\W\\d_&&[\\p{ASCII}]]+", "").toLowerCase(java.util.Locale.ROOT);
        return letters.isEmpty() ? text : letters;
    }

    private static Set<String> distinct(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).collect(Collectors.toSet());
    }

    private static List<Row> read(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/corpus", name + ".tsv"), StandardCharsets.UTF_8);
        assertThat(lines.getFirst()).isEqualTo(HEADER);
        return lines.stream().skip(1).map(Row::parse).toList();
    }
}
