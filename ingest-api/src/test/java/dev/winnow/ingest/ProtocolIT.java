package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolIT {
    private static final RunningApi api = RunningApi.start();
    private final RawHttp raw = new RawHttp(api.port());
    private final ApiClient client = api.client();
    private final ApiClient anonymous = client.withKey("");

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ping", "/PING", "/Ping"})
    void answersTheHeartbeatInAnyLetterCase(String path) {
        ApiClient.Answer answer = anonymous.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(".");
        assertThat(answer.contentType()).isEqualTo("text/plain");
        assertThat(anonymous.call("HEAD", path, new byte[0]).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void answersProbes(String path) {
        assertThat(anonymous.get(path).status()).isEqualTo(200);
    }

    @Test
    void welcomesABrowser() {
        assertThat(anonymous
                        .get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .status())
                .isEqualTo(200);
        assertThat(anonymous.get("/", "Accept", "text/html").text()).contains("SMS junk filter", "openapi.yaml");
    }

    @Test
    void keepsOperationsOnThePrivatePort() throws Exception {
        assertThat(client.get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(client.get("/actuator").status()).isEqualTo(404);
        URI metrics = URI.create("http://127.0.0.1:" + api.managementPort() + "/actuator/prometheus");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                        .body())
                .contains("jvm_memory_used_bytes")
                .contains("winnow_requests_seconds_count{method=\"GET\",route=\"/**\",status=\"404\",waits=\"false\"}");
    }

    @Test
    void echoesTheRequestIdOrMakesOne() {
        assertThat(anonymous.get("/ping", "X-Request-Id", "abc-1").header("X-Request-Id"))
                .contains("abc-1");
        assertThat(anonymous
                        .get("/ping", "X-Request-Id", "a b")
                        .header("X-Request-Id")
                        .orElseThrow())
                .hasSize(36);
    }

    @Test
    void sendsSecurityHeadersWithEveryAnswer() {
        for (ApiClient.Answer answer : new ApiClient.Answer[] {anonymous.get("/ping"), client.get("/v1/none")}) {
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Security-Policy")).isPresent();
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing,      404",
        "GET,    /favicon.ico,     404",
        "DELETE, /v1/messages/abc, 405",
        "PATCH,  /v1/messages/abc, 405",
        "BREW,   /v1/messages/abc, 405",
    })
    void answersWhatNoRouteTakesWithAProblem(String method, String path, int status) {
        ApiClient.Answer answer = client.call(method, path, new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        if (status == 405) {
            assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /v1/messages/%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400",
        "'GET /v1/a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n', 400",
        "'GET /v1/<script> HTTP/1.1\r\nHost: x\r\n\r\n', 400",
        "'GET / HTTP/1.1\r\n\r\n', 400",
        "'nonsense\r\n\r\n', 400",
        "'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', 405",
        "'TRACE /nothing HTTP/1.1\r\nHost: x\r\n\r\n', 404",
        "'OPTIONS * HTTP/1.1\r\nHost: x\r\nExpect: cake\r\n\r\n', 417",
    })
    void answersBrokenHttpWithAProblem(String request, int status) throws IOException {
        String answer = raw.exchange(request);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /ping, 405, 'GET, HEAD, OPTIONS'",
        "TRACE, /livez, 405, 'GET, HEAD, OPTIONS'",
        "TRACE, /v1/messages, 405, 'GET, HEAD, OPTIONS, POST'",
        "TRACE, /v1/messages/batch, 405, 'OPTIONS, POST'",
        "OPTIONS, *, 200, 'DELETE, GET, HEAD, OPTIONS, POST'",
    })
    void listsTheMethodsOfRoutesAndNotOfTheContainer(String method, String target, int status, String methods)
            throws IOException {
        assertThat(raw.exchange(RawHttp.request(method, target, "", new byte[0])))
                .startsWith("HTTP/1.1 " + status)
                .contains("\r\nAllow: " + methods + "\r\n");
    }

    @Test
    void answersTooLongHeadersWithAProblem() throws IOException {
        String answer = raw.exchange("GET /ping HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json", "headers-too-large");
    }

    @Test
    void answersTooManyHeadersWithAProblem() throws IOException {
        String answer = raw.exchange("GET /ping HTTP/1.1\r\nHost: x\r\n" + "X-Many: 1\r\n".repeat(150) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json", "headers-too-large");
    }

    @Test
    void answersTooLongAddressesWithAProblem() throws IOException {
        String answer = raw.exchange("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414").contains("application/problem+json", "uri-too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /ping HTTP/1.2\r\nHost: x\r\n\r\n', 505, version-not-supported",
        "'GET /ping HTTP/3.0\r\nHost: x\r\n\r\n', 505, version-not-supported",
        "'CONNECT a:80 HTTP/1.1\r\nHost: x\r\n\r\n', 501, not-implemented",
        "'POST /v1/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n', 501, not-implemented",
        "'GET /ping HTTP/1.1\r\nHost: x\r\nExpect: cake\r\n\r\n', 417, expectation-failed",
        "'GET /ping\r\n', 400, invalid-request",
        "'POST /v1/messages\r\n', 400, invalid-request",
    })
    void namesWhatTheContainerRefuses(String request, int status, String problem) throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(raw.exchange(request))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("\"type\":\"urn:winnow:problem:" + problem + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/messages/batch, 'OPTIONS, POST'",
        "HEAD,   /v1/messages/batch, 'OPTIONS, POST'",
        "DELETE, /v1/messages,       'GET, HEAD, OPTIONS, POST'",
        "POST,   /readyz,            'GET, HEAD, OPTIONS'",
        "POST,   /ping,              'GET, HEAD, OPTIONS'",
        "PATCH,  /v1/reports,        'OPTIONS, POST'",
    })
    void listsTheMethodsOfAPath(String method, String path, String allowed) {
        ApiClient.Answer refused = client.call(method, path, new byte[0]);
        ApiClient.Answer options = client.call("OPTIONS", path, new byte[0]);

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains(allowed);
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/nothing",
                "/v1/messages/a/b",
                "/v1/webhook-endpoints/a/b",
                "/favicon.ico",
                "/actuator/env"
            })
    void hidesNothingBehindAKeyThatIsNotThere(String path) {
        for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS"}) {
            assertThat(anonymous.call(method, path, new byte[0]).status())
                    .as(method)
                    .isEqualTo(404);
            assertThat(client.withKey("wrong").call(method, path, new byte[0]).status())
                    .as(method)
                    .isEqualTo(404);
            assertThat(client.call(method, path, new byte[0]).status())
                    .as(method)
                    .isEqualTo(404);
        }
        assertThat(anonymous.get("/v1/messages/abc").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "5\r\n{}\r\n0\r\n\r\n"})
    void answersBrokenChunksWithAProblem(String chunks) throws IOException {
        String answer = raw.exchange(post("Transfer-Encoding: chunked") + chunks);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void takesChunkedBodies() throws IOException {
        String answer =
                raw.exchange(post("Transfer-Encoding: chunked") + "7\r\n{\"text\"\r\n5\r\n:\"x\"}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 202");
    }

    private static String post(String header) {
        return "POST /v1/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + RunningApi.KEY + "\r\n" + header + "\r\n\r\n";
    }
}
