package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts {@code winnow run} with its options, good and wrong. */
class RunCommandIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--port,99999",
        "--port,-2",
        "--port,word",
        "--private-port,99999",
        "--private-port,word",
        "--listen,no.such.host.invalid",
        "--listen,203.0.113.7"
    })
    void namesTheOptionThatIsWrong(String option, String value) {
        assertThat(run("run", option, value, "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains(option, value));
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"--port", "--private-port"})
    void namesTheOptionOfATakenPort(String option) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = option.equals("--port") ? "--private-port" : "--port";
            assertThat(run("run", option, "" + taken.getLocalPort(), other, "0", "--data", data.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("port " + taken.getLocalPort(), "with " + option);
            assertThat(err.toString().lines()).hasSize(1);
        }
    }

    @Test
    void servesOnEveryAddressAndSaysWhatThatMeans() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--listen=0.0.0.0")) {
            URI other = URI.create("http://127.0.0.2:" + server.endpoint().getPort() + "/ping");
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<String> answer =
                        http.send(HttpRequest.newBuilder(other).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            assertThat(server.awaitLine("Attention: .*")).contains("can use this key");
        }
    }

    @Test
    void printsNoKeyWhereItsOutputMayBeKept() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.awaitLine("The demo tenant's key: .*")).endsWith(" in " + data.resolve("demo-key"));
            assertThat(server.awaitLine(" +curl .*")).contains("Bearer $(cat '" + data.resolve("demo-key") + "')\"");
        }
    }

    @Test
    void givesAFirstRuleToBeginFrom() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            Path first = data.resolve("rules/first.yar.example");
            assertThat(first).exists();
            assertThat(server.client()
                            .awaitVerdict(server.client().submitText("Win a free zebra"))
                            .rules())
                    .doesNotContain("free_zebra");
        }
        Files.move(data.resolve("rules/first.yar.example"), data.resolve("rules/first.yar"));
        assertThat(run(
                        "rules",
                        "check",
                        "--only",
                        "--rules",
                        data.resolve("rules").toString()))
                .as(err.toString())
                .isZero();
    }

    private int run(String... arguments) {
        return Winnow.commandLine()
                .setOut(new PrintWriter(err))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
