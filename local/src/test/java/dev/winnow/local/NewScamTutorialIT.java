package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/tutorial-new-scam.md as they are printed, beside a server on another port. */
class NewScamTutorialIT {
    private static final Path PAGE = Path.of("../docs/tutorial-new-scam.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final long MINUTES = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void runsThePage() throws Exception {
        try (LocalServer server = LocalServer.start(folder.resolve("data"), 0, List.of("--management.server.port=0"))) {
            URI _ = server.openConsole(0, List.of());
            String said = run(server.endpoint().toString());

            assertThat(said)
                    .contains("quokka_toll: shadow")
                    .contains("\"shadow\":{\"rules\":[\"quokka_toll\"],\"verdict\":\"junk\"")
                    .contains("quokka_toll: active for 5 % of messages until 2099-01-01T00:00:00Z")
                    .contains("verdicts change; new junk that people call not junk: 0", "\u00abopen balance\u00bb")
                    .contains("late_fee  shadow", "fuse: it decided ")
                    .contains("The rule is not published.")
                    .containsPattern("done: [0-9,]+ messages of the history, [0-9,]+ sent to be judged again")
                    .contains("\"verdict\":\"clean\"", "\"revision\":2")
                    .endsWith("All rules are active.\n");
            long wrong = Files.readAllLines(folder.resolve("judged.txt")).stream()
                    .filter(line -> line.contains("late_fee"))
                    .count();
            assertThat(wrong).isBetween(1L, 500L);
        }
    }

    private String run(String url) throws IOException, InterruptedException {
        String page = Files.readString(PAGE).replace("\"localhost:8080$1\"", "\"" + url + "$1\"");
        String script =
                BLOCK.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("page.sh"), script);
        Path winnow = Files.writeString(folder.resolve("winnow"), """
                #!/bin/sh
                exec "%s/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -cp "$TEST_CLASS_PATH" dev.winnow.local.Winnow "$@"
                """.formatted(System.getProperty("java.home")));
        assertThat(winnow.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("bash", "-eu", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment().put("TEST_CLASS_PATH", absoluteClassPath());
        builder.environment().put("WINNOW_URL", url);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
        return said;
    }

    private static String absoluteClassPath() {
        return Pattern.compile(":")
                .splitAsStream(System.getProperty("java.class.path"))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }
}
