package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/tutorial-new-scam.md as they are printed, beside a server on another port. */
class NewScamTutorialIT {
    private static final String PAGE = "docs/tutorial-new-scam.md";

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
                    .contains("\"verdict\":\"clean\"", "\"revision\":2", "\"type\":\"verdict.changed\"")
                    .endsWith("All rules are active.\n");
            long wrong = Files.readAllLines(folder.resolve("judged.txt")).stream()
                    .filter(line -> line.contains("late_fee"))
                    .count();
            assertThat(wrong).isBetween(1L, 500L);
        }
    }

    private String run(String url) throws IOException, InterruptedException {
        String script = ShellBlock.listBlocks(PAGE).stream()
                .map(ShellBlock::text)
                .collect(Collectors.joining("\n"))
                .replace("\"localhost:8080$1\"", "\"" + url + "$1\"")
                .replace("9090", String.valueOf(findFreePort()));
        Files.createSymbolicLink(
                folder.resolve("examples"),
                Path.of("../examples").toAbsolutePath().normalize());
        return new PageShell(folder).set("WINNOW_URL", url).run(script);
    }

    private static int findFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
