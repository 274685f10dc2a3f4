package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every mention of a setting to the one spelling that docs/configuration.md gives it. */
class SettingNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("\\bWINNOW_[A-Z0-9_]+");
    private static final Pattern TEXT =
            Pattern.compile(".*(\\.(java|md|tf|hcl|tfvars|yaml|yml|properties|py|sh)|/docker/[^/.]+|/Makefile)");

    @Test
    void spellsEverySettingInOneWay() throws IOException {
        Map<String, String> spellings = mentions(ROOT.resolve("docs/configuration.md"))
                .distinct()
                .collect(Collectors.toMap(SettingNamesTest::letters, Function.identity()));
        assertThat(spellings).containsValues("WINNOW_IDSECRETS", "WINNOW_APPLE_APPIDS", "WINNOW_CALLBACKS_MASTERKEY");

        List<String> misspelt = files().flatMap(file -> mentions(file)
                        .filter(name ->
                                !spellings.getOrDefault(letters(name), name).equals(name))
                        .map(name -> file + ": " + name + " is " + spellings.get(letters(name))))
                .toList();
        assertThat(misspelt).isEmpty();
    }

    /** The files that people write, without build output: files below target can be large and can change meanwhile. */
    private static Stream<Path> files() throws IOException {
        List<Path> roots =
                new ArrayList<>(Stream.of("docs", "examples", ".github", "terraform/examples", "terraform/tests")
                        .map(ROOT::resolve)
                        .toList());
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .forEach(roots::add);
        }
        List<Path> files = new ArrayList<>();
        for (Path shallow : List.of(ROOT, ROOT.resolve("terraform"), ROOT.resolve("docker"))) {
            try (Stream<Path> there = Files.list(shallow)) {
                there.forEach(files::add);
            }
        }
        for (Path root : roots) {
            try (Stream<Path> below = Files.walk(root)) {
                below.forEach(files::add);
            }
        }
        return files.stream()
                .filter(Files::isRegularFile)
                .filter(file -> TEXT.matcher(file.toString()).matches());
    }

    private static Stream<String> mentions(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(MatchResult::group).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String letters(String name) {
        return name.replace("_", "");
    }
}
