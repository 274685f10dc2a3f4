package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every line of {@code docs/reliability.md} names a test that exists. */
class ReliabilityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*(?:IT|Test))\\.(\\w+)`");

    @Test
    void namesTestsThatExist() throws IOException {
        Map<String, Path> classes = testClasses();
        List<MatchResult> named = NAMED_TEST
                .matcher(Files.readString(ROOT.resolve("docs/reliability.md")))
                .results()
                .toList();

        List<String> missing = new ArrayList<>();
        for (MatchResult each : named) {
            Path source = classes.get(each.group(1));
            if (source == null || !Files.readString(source).contains("void " + each.group(2) + "(")) {
                missing.add(each.group());
            }
        }
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void namesATestOnEveryLineOfItsTables() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("docs/reliability.md")))
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| trouble"))
                .allSatisfy(line -> assertThat(NAMED_TEST.matcher(line).find()).isTrue());
    }

    private static Map<String, Path> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ReliabilityPageTest::sources)
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""), path -> path, (one, _) -> one));
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
