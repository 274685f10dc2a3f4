package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that CI runs only code pinned by a hash. */
class WorkflowTest {
    @Test
    void pinsEveryActionByCommitAndEveryImageByDigest() throws IOException {
        List<String> lines;
        try (Stream<Path> files = Files.list(Path.of("../.github/workflows"))) {
            lines = files.flatMap(WorkflowTest::readLines).map(String::strip).toList();
        }

        assertThat(lines.stream().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allMatch(line -> line.matches("(- )?uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
        assertThat(lines.stream().filter(line -> line.startsWith("image:")))
                .allMatch(line -> line.matches("image: .+@sha256:[0-9a-f]{64}"));
    }

    private static Stream<String> readLines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
