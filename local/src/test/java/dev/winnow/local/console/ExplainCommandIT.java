package dev.winnow.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explains texts by the rules of a running server, of a data folder, and of the bundled pack. */
class ExplainCommandIT {
    private static final String ZEBRA = """
        rule zebra_in_france {
          meta:
            title = "Zebras in France"
            category = "junk"
            weight = 60
          strings:
            $zebra = "zebra" nocase fullword
          condition:
            $zebra and country == "FR" and channel == "rcs" and sender == "Zoo"
        }
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void asksTheRunningServerAndNamesItsRules() throws IOException {
        try (RunningConsole server = RunningConsole.start()) {
            Files.writeString(server.data().resolve("rules").resolve("zoo.yar"), ZEBRA);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(explainZebra(server.data())).contains("junk, score 60", "+60  zebra_in_france"));
            assertThat(explainZebra(server.data())).containsPattern("By rule set \\S+, live on http://localhost:");
            assertThat(explain(server.data(), "a zebra"))
                    .startsWith("By rule set")
                    .contains("clean");
            assertThat(explain(server.data(), "a zebra", "--tenant", "nobody")).contains("There is no tenant");

            run(
                    "rules",
                    "state",
                    "zebra_in_france",
                    "shadow",
                    "--data",
                    server.data().toString());
            Awaitility.await()
                    .untilAsserted(() -> assertThat(explainZebra(server.data()))
                            .contains("clean, score 0", "zebra_in_france matches too, but is in shadow"));
        }
    }

    @Test
    void explainsByTheDataFolderWithoutAServer() throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules").resolve("zoo.yar"), ZEBRA);
        // A server that was killed leaves this file.
        Files.writeString(folder.resolve("console"), "http://localhost:9\nkey\n");

        assertThat(explainZebra(folder))
                .contains("no answer from the console", "the bundled pack and " + folder.resolve("rules"))
                .contains("junk, score 60");
        assertThat(explain(
                        folder,
                        "a zebra",
                        "--only",
                        "--rules",
                        folder.resolve("rules").toString()))
                .contains("By " + folder.resolve("rules"), "clean, score 0");
    }

    @Test
    void readsTheTextFromStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("See you at eight?\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(explain(folder, "-")).contains("By the bundled pack", "clean");
            System.setIn(new ByteArrayInputStream(new byte[] {'f', (byte) 0xFC, 'r'}));
            assertThat(explain(folder, "-")).contains("standard input is not UTF-8");
        } finally {
            System.setIn(before);
        }
    }

    private static String explainZebra(Path data) {
        return explain(data, "a zebra", "--country", "fr", "--channel", "rcs", "--sender", "Zoo");
    }

    private static String explain(Path data, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "rules";
        all[1] = "explain";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = data.toString();
        return run(all);
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }
}
