package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs README's commands as they are printed, with the targets of the real Makefile, on free ports. The program counts as built, because
 * this test runs within the build.
 */
class ReadmeIT {
    private static final String PAGE = "README.md";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showsTheDemoServesJudgesAndStopsByCtrlC() throws Exception {
        Path root = ShellBlock.ROOT.toAbsolutePath().normalize();
        for (String name : new String[] {"Makefile", "scripts"}) {
            Files.createSymbolicLink(folder.resolve(name), root.resolve(name));
        }
        Files.createDirectories(folder.resolve("local/target"));
        String api = "localhost:" + findFreePort();
        String demoAndRun =
                ShellBlock.find(PAGE, "make demo").text().replaceAll("(?m)^make run.*", Matcher.quoteReplacement("""
                set -m # as in a terminal: a job has a process group of its own, which Ctrl-C stops
                make run > run.txt 2>&1 &
                until grep -q 'Winnow serves on' run.txt; do kill -0 $!; sleep 0.2; done
                """));
        String requests = ShellBlock.find(PAGE, "KEY=").text().replace("localhost:8080", api);
        String rule = indentedRule();

        String said = new PageShell(folder)
                .set("WINNOW_PORT", api.split(":", 2)[1])
                .set("WINNOW_URL", "http://" + api)
                .set("WINNOW_CONSOLE_PORT", "0")
                .set("MANAGEMENT_SERVER_PORT", "0")
                .run("make() { touch local/target/.built; command make \"$@\"; }\n" + demoAndRun + requests
                        + """
                        ./winnow send "See you at eight?"
                        ./winnow --help > help.txt
                        cat > data/rules/zebra.yar <<'END'
                        %s
                        END
                        until ./winnow send "A free zebra for you" | grep free_zebra; do sleep 0.5; done
                        kill -INT -- -$!
                        while kill -0 -- -$! 2> /dev/null; do sleep 0.2; done
                        echo "The server ended."
                        cat run.txt
                        """.formatted(rule));

        assertThat(said)
                .contains("\"status\":\"queued\"", "\"verdict\":\"clean\"", "free_zebra", "The server ended.")
                .contains("Your own rules: ")
                .doesNotContain("Error ", "Exception");
    }

    private static String indentedRule() {
        String page = ShellBlock.readPage(PAGE);
        int begin = page.indexOf("    rule free_zebra");
        return page.substring(begin, page.indexOf("    }\n", begin) + 6).replaceAll("(?m)^ {4}", "");
    }

    private static int findFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
