package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every refusal to one sentence with the cause and a next step. */
class CommandFailuresIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeFiles() throws IOException {
        Files.write(folder.resolve("latin"), "label\ttext\nham\tgröße\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("corpus"), "label\ttext\nham\tone\nspam\ttwo\n");
        Files.createDirectory(folder.resolve("dir"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules publish --bundled-only",
                "rules rollback",
                "rules status",
                "tenant list --bucket b",
                "tenant set demo --quota 5 --parameters /winnow/"
            })
    void namesTheMissingPartsOfAFleet(String command) {
        assertThat(run(command.split(" "))).isEqualTo(1);
        assertThat(err.toString())
                .contains("no fleet is named: set AWS_REGION", "the rules of one machine are the files");
        assertThat(err.toString().contains("WINNOW_BUCKET")).isEqualTo(!command.contains("--bucket"));
        assertThat(err.toString().contains("WINNOW_PARAMETERS_PATH")).isEqualTo(!command.contains("--parameters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send --key k --file @none",
                "send --key k --file @dir",
                "send --key k --file @latin",
                "send hi --data @latin",
                "load --keys @none",
                "load --keys @dir",
                "load --keys @latin",
                "run --data @corpus",
                "run --data @corpus/below",
                "rules explain hi --rules @none",
                "rules explain hi --rules @corpus",
                "rules explain hi --only",
                "rules explain hi --only --rules @dir",
                "rules check --rules @none",
                "rules check --only",
                "rules diff @none @dir --corpus @corpus",
                "rules diff @dir @dir --corpus @none",
                "rules diff @dir @dir --corpus @latin",
                "rules evaluate @latin",
                "rules learn --corpus @none --out @out",
                "rules learn --corpus @latin --out @out",
                "rules learn --corpus @corpus --out @dir",
                "rules learn --corpus @corpus --out @none/below",
                "cost --write @none",
                "cost --write @dir",
                "send hi --key k --url ftp://localhost",
                "send hi --key k --url http:///x",
                "queue --port 0 --data @corpus/x",
                "rules publish @dir",
                "rules status"
            })
    void namesTheCauseAndANextStep(String command) {
        int exit = run(command.replace("@", folder + "/").split(" "));

        assertThat(exit).as(err.toString()).isNotZero();
        assertThat(err.toString().lines().filter(line -> line.startsWith("winnow: ")))
                .as(err.toString())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches("winnow: .+[;:,?] .+")
                        .doesNotContain("Exception", "Input length", "it failed unexpectedly"));
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void namesTheLineOfABrokenCorpus() {
        run("rules", "evaluate", folder.resolve("latin").toString());

        assertThat(err.toString()).contains("latin:2", "0xF6", "save it as UTF-8");
    }

    @Test
    void namesUnknownLabelsAndReadsStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("label\ttext\nhum\thello\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("rules", "evaluate", "-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(err.toString()).contains("standard input has labels that are not known", "honest: hum;");
    }

    @Test
    void takesAnAddressWithoutAScheme() {
        run("send", "hi", "--key", "k", "--url", "127.0.0.1:9");

        assertThat(err.toString()).contains("no answer from http://127.0.0.1:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "http"})
    void refusesAnInvalidPort(String port) {
        assertThat(run("run", "--port", port, "--data", folder.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(run("queue", "--port", port, "--data", folder.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--port", port).doesNotContain("\tat ");
    }

    @Test
    void namesTheFlagOfATakenPort() throws IOException {
        System.setProperty("management.server.port", "0");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(run(
                            "run",
                            "--port",
                            port,
                            "--data",
                            folder.resolve("data").toString()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains("port " + port + ": Address already in use", "--port")
                    .doesNotContain("\tat ", "Exception");
            assertThat(run(
                            "queue",
                            "--port",
                            port,
                            "--data",
                            folder.resolve("data").toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("cannot listen on port " + port);
        } finally {
            System.clearProperty("management.server.port");
        }
    }

    private int run(String... arguments) {
        return Winnow.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
