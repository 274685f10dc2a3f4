package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and bodies that no client of ours sends. */
class OddInputIT {
    private static final String PACKED = "Content-Type: application/json\r\nContent-Encoding: gzip\r\n";

    private static final RunningApi api = RunningApi.start("winnow.apple.verdict-wait=0ms");
    private static final String FILTER = "/v1/apple/" + RunningApi.APP_TOKEN + "/message-filter";
    private static final String REPORT = "/v1/apple/" + RunningApi.APP_TOKEN + "/report";
    private static final List<String> PATHS = List.of(
            "/v1/messages",
            "/v1/messages/batch",
            "/v1/messages/abc/feedback",
            "/v1/reports",
            "/v1/webhook-endpoints",
            "/v1/webhook-endpoints/x/ping",
            "/v1/compat/forwarder",
            FILTER,
            REPORT,
            "/openapi.yaml",
            "/readyz",
            "/livez",
            "/ping",
            "/nothing");
    private static final byte[] BODY = utf8("""
        {"text":"x","messages":[{"text":"x"}],"reports":[],"query":{"message":{"text":"x"}}}\
        """);
    private static final Set<Integer> EXPECTED = Set.of(200, 202, 400, 401, 404, 405, 406, 415);

    private final RawHttp raw = new RawHttp(api.port());

    @AfterAll
    static void stop() {
        api.close();
    }

    static List<String> types() {
        return List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed",
                "application/x-www-form-urlencoded",
                "application/json;charset=",
                "application/json;charset=nope",
                "application/json;charset=utf-16",
                "application/json;charset=\"",
                "application/json;;",
                "application/json;charset=utf-8;charset=x",
                "application/json, text/plain",
                "text/plain;charset=%%%",
                "application/*+json",
                "*/*",
                "/",
                ";",
                "",
                "a/b/c",
                "\u00ff");
    }

    static List<String> ranges() {
        return List.of(
                ",",
                "",
                ";",
                ", ,",
                ",*/*",
                "*",
                "a/b;q=x",
                "*/*;q=0",
                "application/json;q=5",
                "application/yaml",
                "application/cbor",
                "application/xml",
                "text/html",
                "application/problem+json",
                "\u00ff");
    }

    @ParameterizedTest
    @MethodSource("types")
    void answersEveryContentTypeOnEveryPathWithoutAFault(String type) throws IOException {
        String one = "Content-Type: " + type + "\r\n";
        for (String lines : List.of(one, one + "Content-Type: application/json\r\n")) {
            for (String path : PATHS) {
                for (String method : List.of("POST", "GET", "DELETE")) {
                    assertThat(raw.status(method, path, lines, BODY))
                            .as(method + " " + path + " " + lines)
                            .isIn(EXPECTED);
                }
            }
            takesItOnTheDoorsForPhones(lines);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void answersEveryAcceptOnEveryPathWithoutAFault(String range) throws IOException {
        String one = "Accept: " + range + "\r\n";
        for (String lines : List.of(one, one + "Accept: ,\r\n")) {
            for (String path : PATHS) {
                for (String method : List.of("POST", "GET")) {
                    assertThat(raw.status(method, path, lines, BODY))
                            .as(method + " " + path + " " + lines)
                            .isIn(EXPECTED);
                }
            }
            takesItOnTheDoorsForPhones(lines);
        }
    }

    private void takesItOnTheDoorsForPhones(String lines) throws IOException {
        for (String path : List.of("/v1/compat/forwarder", FILTER, REPORT)) {
            assertThat(raw.exchange(RawHttp.request("POST", path, lines, BODY)))
                    .as(path + " " + lines)
                    .containsPattern("^HTTP/1.1 20[02] ")
                    .contains("Content-Type: application/json\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\"", "[]", "\u00ff", "x"})
    void answersProbesWhateverBodyComesWithThem(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        for (String path : List.of("/readyz", "/livez", "/ping")) {
            assertThat(raw.status("GET", path, "Content-Type: application/json\r\n", bytes))
                    .isEqualTo(200);
            assertThat(raw.status("GET", path, "", bytes)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c080",
        "c0af",
        "e08080",
        "e09fbf",
        "f0808080",
        "f08fbfbf",
        "eda080",
        "f4908080",
        "f5808080",
        "c3",
        "80",
        "ff"
    })
    void refusesBodiesThatAreNotUtf8(String bytes) throws IOException {
        for (String path :
                List.of("/v1/messages", "/v1/messages/batch", "/v1/messages/abc/feedback", "/v1/webhook-endpoints")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(utf8("{\"text\":\""));
            body.writeBytes(java.util.HexFormat.of().parseHex(bytes));
            body.writeBytes(utf8("\"}"));
            assertThat(raw.exchange(
                            RawHttp.request("POST", path, "Content-Type: application/json\r\n", body.toByteArray())))
                    .as(path)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("is not valid JSON in UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void takesPackedBodies(String coding) throws IOException {
        String lines = "Content-Type: application/json\r\nContent-Encoding: " + coding + "\r\n";
        for (String path : List.of("/v1/messages", "/v1/messages/batch", "/v1/compat/forwarder", REPORT)) {
            assertThat(raw.status("POST", path, lines, gzip(BODY))).as(path).isEqualTo(202);
        }
        assertThat(raw.status(
                        "POST",
                        "/v1/messages",
                        "Content-Type: application/json\r\nContent-Encoding: identity\r\n",
                        BODY))
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "compress", "nonsense"})
    void namesTheCodingItTakes(String coding) throws IOException {
        String answer = raw.exchange(RawHttp.request(
                "POST",
                "/v1/messages",
                "Content-Type: application/json\r\nContent-Encoding: " + coding + "\r\n",
                BODY));

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("Accept-Encoding: gzip\r\n");
    }

    @Test
    void countsTheBytesOfAPackedBodyUnpacked() throws IOException {
        String lines = PACKED;
        byte[] most = utf8("{\"text\":\"x\"" + " ".repeat(16_384 - 12) + "}");

        assertThat(raw.status("POST", "/v1/messages", lines, gzip(most))).isEqualTo(202);
        assertThat(raw.status(
                        "POST", "/v1/messages", lines, gzip(utf8(" " + new String(most, StandardCharsets.UTF_8)))))
                .isEqualTo(413);
        assertThat(raw.status("POST", "/v1/messages", lines, gzip(new byte[10_000_000])))
                .isEqualTo(413);
        assertThat(raw.status("POST", "/v1/messages/batch", lines, gzip(new byte[200_000_000])))
                .isEqualTo(413);
    }

    @Test
    void refusesBodiesThatOnlySayTheyArePacked() throws IOException {
        String lines = PACKED;
        byte[] whole = gzip(BODY);

        assertThat(raw.status("POST", "/v1/messages", lines, BODY)).isEqualTo(400);
        assertThat(raw.status("POST", "/v1/messages", lines, new byte[0])).isEqualTo(400);
        assertThat(raw.status("POST", "/v1/messages", lines, Arrays.copyOf(whole, whole.length - 9)))
                .isEqualTo(400);
    }

    @Test
    void countsEscapesOfAPackedBodyUndoneAtDoorsForPhones() throws IOException {
        byte[] body = utf8("{\"text\":\"" + "\\u20ac".repeat(20_000) + "\",\"from\":\"after the text\"}");

        assertThat(raw.status("POST", "/v1/compat/forwarder", PACKED, gzip(body)))
                .isEqualTo(202);
        assertThat(api.envelopes().getLast().slots().getLast().message().sender())
                .isEqualTo("after the text");
    }

    @Test
    void cutsAPackedBodyAtDoorsForPhones() throws IOException {
        byte[] noise = new byte[150_000];
        new Random(1).nextBytes(noise);
        byte[] body = utf8("{\"text\":\"" + HexFormat.of().formatHex(noise) + "\"}");

        assertThat(raw.status("POST", "/v1/compat/forwarder", PACKED, gzip(body)))
                .isEqualTo(202);
        assertThat(api.envelopes().getLast().slots().getLast().message().truncated())
                .isTrue();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
