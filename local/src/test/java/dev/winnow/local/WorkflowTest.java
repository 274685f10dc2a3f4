package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks that CI runs only code pinned by a hash, and with few rights. */
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

    @Test
    @SuppressWarnings("unchecked")
    void givesAJobTheRightsThatItNeedsAlone() throws IOException {
        Map<String, Object> workflow = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("../.github/workflows/ci.yml")));
        Map<String, Map<String, Object>> jobs =
                Objects.requireNonNull((Map<String, Map<String, Object>>) workflow.get("jobs"));

        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        jobs.forEach((name, job) -> {
            Map<String, String> rights = (Map<String, String>) job.getOrDefault("permissions", Map.of());
            boolean attests = job.toString().contains("attest-build-provenance@");
            assertThat(rights.containsKey("attestations")).as(name).isEqualTo(attests);
            assertThat(rights.containsKey("id-token"))
                    .as(name)
                    .isEqualTo(attests || job.toString().contains("configure-aws-credentials@"));
            assertThat(rights.getOrDefault("contents", "read")).as(name).isEqualTo("read");
            if (rights.containsKey("id-token")) {
                assertThat(String.valueOf(job.get("if"))).as(name).contains("github.ref");
            }
        });
        assertThat(jobs.values().toString()).contains("attest-build-provenance@");
    }

    @Test
    void runsEveryCheckThatCiRuns() throws IOException {
        String workflow = Files.readString(Path.of("../.github/workflows/ci.yml"));

        assertThat(Files.readAllLines(Path.of("../.ci/run")).stream()
                        .filter(line -> line.startsWith("make "))
                        .map(line -> line.split(" ", -1)[1]))
                .hasSizeGreaterThan(5)
                .allSatisfy(target -> assertThat(workflow).containsPattern("run: make " + target + "\\b"));
    }

    private static Stream<String> readLines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
