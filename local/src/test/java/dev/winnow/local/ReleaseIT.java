package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags a release in a repository of the test's own. */
class ReleaseIT {
    private static final String POM = "<project>\n  <version>1.2.3</version>\n</project>\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void tagsACleanTreeWithADatedSectionAndOnlyOnce() throws Exception {
        Files.createDirectories(folder.resolve("packaging"));
        Files.copy(Path.of("../packaging/release"), folder.resolve("packaging/release"));
        Files.writeString(folder.resolve("pom.xml"), POM);
        Files.writeString(folder.resolve("CHANGELOG.md"), "## 1.2.3, not released yet\n");
        git("init", "--quiet");
        commitAll();

        assertThat(release()).contains("CHANGELOG.md has no line '## 1.2.3, YYYY-MM-DD'");
        Files.writeString(folder.resolve("CHANGELOG.md"), "## 1.2.3, 2026-12-01\n");
        assertThat(release()).contains("the working tree has changes");
        commitAll();
        assertThat(release()).contains("tagged v1.2.3", "git push origin v1.2.3");
        assertThat(release()).contains("the tag v1.2.3 exists");
        assertThat(git("tag")).isEqualTo("v1.2.3\n");
    }

    private void commitAll() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--message", "a change");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String release() throws IOException, InterruptedException {
        return run(List.of("sh", "packaging/release"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "Test");
            builder.environment().put("GIT_" + role + "_EMAIL", "test@example.com");
        }
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
