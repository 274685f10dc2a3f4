package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every curl command of README, docs and examples as it is printed, against a server on other ports. */
class DocumentedRequestsIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CURL = Pattern.compile("(?m)^ {4}(curl (?:.*\\\\\n)*.*)$");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void answersEveryRequestAsTheServerDoes() throws Exception {
        List<String> ran = new ArrayList<>();
        int privatePort = findFreePort();
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=" + privatePort))) {
            for (Path page : listPages()) {
                String endpoint = "whe_none";
                Matcher command = CURL.matcher(Files.readString(page));
                while (command.find()) {
                    if (command.group(1).contains("/actuator/")) {
                        assertThat(run(server, command.group(1).replace("8085", "" + privatePort)))
                                .contains("# HELP winnow_");
                        continue;
                    }
                    String answer = run(server, command.group(1).replace("whe_...", endpoint));
                    ran.add(page + ": " + command.group(1) + "\n" + answer);
                    Matcher registered =
                            Pattern.compile("\"id\":\"(whe_[^\"]+)\"").matcher(answer);
                    endpoint = registered.find() ? registered.group(1) : endpoint;
                }
            }
        }

        assertThat(ran)
                .hasSizeGreaterThan(5)
                .allSatisfy(answer -> assertThat(answer).contains("\"id\":\"").doesNotContain("urn:winnow:problem"));
        assertThat(ran.getFirst()).contains("README.md", "\"status\":\"queued\"");
        assertThat(ran.get(1)).contains("README.md", "\"verdict\":\"clean\"");
    }

    private String run(LocalServer server, String command) throws IOException, InterruptedException {
        String here = server.endpoint().getAuthority();
        ProcessBuilder builder = new ProcessBuilder("bash", "-euc", command.replace("localhost:8080", here));
        builder.environment().put("API", server.endpoint().toString());
        builder.environment()
                .put("KEY", Files.readString(DataFolder.demoKeyFile(data)).strip());
        Process process = builder.redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + answer).isZero();
        return answer;
    }

    private static int findFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<Path> listPages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            Stream.concat(docs.sorted(), examples.sorted())
                                    .filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }
}
