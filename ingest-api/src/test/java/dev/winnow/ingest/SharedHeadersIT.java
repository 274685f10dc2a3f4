package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SharedHeadersIT {
    private static final RunningApi api = RunningApi.start();
    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "BREW",
            "PROPFIND",
            "options",
            "M-SEARCH");
    private static final List<String> TARGETS = List.of(
            "*",
            "/",
            "/ping",
            "/readyz",
            "/openapi.yaml",
            "/v1/messages",
            "/v1/messages/batch",
            "/v1/apple/message-filter",
            "/.well-known/apple-app-site-association",
            "http://localhost/ping",
            "http://localhost",
            "https://user@localhost/ping",
            "localhost:80",
            "//localhost/ping",
            "?",
            "/%zz",
            "");
    private static final List<String> VERSIONS = List.of(" HTTP/1.1", " HTTP/1.0", " HTTP/2.0", " HTTP/0.9", "");

    private final RawHttp raw = new RawHttp(api.port());

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryAnswerTheSameHeadersWhateverWasAskedBefore() throws IOException {
        List<String> before = probe();
        assertThat(before).anyMatch(answer -> answer.contains("default-src 'none'; frame-ancestors 'none'"));

        for (String method : METHODS) {
            for (String target : TARGETS) {
                for (String version : VERSIONS) {
                    String asked = method + " " + target + version;
                    assertThat(raw.exchange(asked + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                            .as(asked)
                            .startsWith("HTTP/1.1 ")
                            .contains(
                                    "X-Content-Type-Options: nosniff\r\n",
                                    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n",
                                    "Cache-Control: no-store\r\n",
                                    "Strict-Transport-Security: max-age=31536000\r\n");
                }
            }
            assertThat(probe()).as("after " + method).isEqualTo(before);
        }
    }

    /** Answers of the container, of the filters, of the hot route and of a controller, without the parts that differ each time. */
    private List<String> probe() throws IOException {
        String key = "Authorization: Bearer " + RunningApi.KEY + "\r\n";
        return Stream.of(
                        "GET /ping HTTP/1.1\r\n",
                        "GET /%zz HTTP/1.1\r\n",
                        "GET /v1/messages?ids=x HTTP/1.1\r\n" + key,
                        "GET /v1/messages?ids=x HTTP/1.1\r\n",
                        "OPTIONS * HTTP/1.1\r\n",
                        "POST /v1/messages HTTP/1.1\r\n" + key + "Content-Length: 0\r\n",
                        "POST /v1/apple/message-filter HTTP/1.1\r\nContent-Length: 0\r\n")
                .map(this::answer)
                .toList();
    }

    private String answer(String request) {
        try {
            return raw.exchange(request + "Host: localhost\r\nConnection: close\r\n\r\n")
                    .replaceAll("(X-Request-Id|Date): [^\r]*", "$1");
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        }
    }
}
