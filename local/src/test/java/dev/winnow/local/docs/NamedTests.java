package dev.winnow.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tests that a page names, such as {@code `CrashIT.losesNoMessage`}. */
final class NamedTests {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:IT|Test))\\.(\\w+)`");
    private static final Map<String, Path> CLASSES = listClasses();

    private NamedTests() {}

    static List<String> find(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The named tests that do not exist. */
    static List<String> findMissing(String text) {
        return NAMED.matcher(text)
                .results()
                .filter(named -> !exists(named.group(1), named.group(2)))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean exists(String type, String method) {
        Path source = CLASSES.get(type);
        try {
            return source != null && Files.readString(source).contains("void " + method + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> listClasses() {
        try (Stream<Path> modules = Files.list(ShellBlock.ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(NamedTests::listSources)
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""), path -> path, (one, _) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> listSources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
