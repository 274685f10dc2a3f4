package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.contract.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSpellingsIT {
    private static final byte[] BODY = "{\"text\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
    private static final RunningApi api = RunningApi.start("winnow.quota.address-rate=1000000");

    private final RawHttp raw = new RawHttp(api.port());

    @AfterAll
    static void stop() {
        api.close();
    }

    /** All routes read a path alike, also those that answer before Spring MVC. */
    @ParameterizedTest
    @MethodSource("paths")
    void listsNoPathWithDotsOrEmptySegments(String path) throws IOException {
        List<String> spellings = List.of(
                "/" + path,
                "/." + path,
                "/%2e" + path,
                "/x/.." + path,
                "/x/..;a=b" + path,
                path + "/",
                path + "/.",
                path + "/%2E",
                path + "/./",
                path + "/x/..");
        for (String spelling : spellings) {
            for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
                byte[] body = method.equals("POST") ? BODY : new byte[0];
                int status = raw.status(method, spelling, "Content-Type: application/json\r\n", body);

                assertThat(status).as(method + " " + spelling).isIn(404, 405);
            }
        }
    }

    /** Spring MVC takes the end of a path for the name of a file, and sends another name to be on the safe side. */
    @ParameterizedTest
    @MethodSource("paths")
    void takesNoPathForTheNameOfAFile(String path) throws IOException {
        for (String spelling : List.of(path + ";a.b", path + ";a=b%2e%C3%A4", path + ".exe", path + "/x.exe")) {
            assertThat(raw.exchange(RawHttp.request("GET", spelling, "", new byte[0])))
                    .as(spelling)
                    .doesNotContainIgnoringCase("Content-Disposition");
        }
    }

    static Stream<String> paths() {
        return Contract.read().document().path("paths").propertyNames().stream()
                .filter(path -> !path.equals("/"))
                .map(path -> path.replaceAll("\\{[^}]*}", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ping", "/PING", "/%70ing", "/ping;a=b", "/ping?a=b", "/ping;%41", "http://localhost/ping"})
    void answersTheHeartbeatHoweverItsLettersAreWritten(String target) throws IOException {
        assertThat(raw.status("GET", target, "", new byte[0])).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/%761/messages", "/v1/messages;a=b", "/v1;a/messages?a=b"})
    void takesAMessageHoweverTheLettersOfThePathAreWritten(String target) throws IOException {
        assertThat(raw.status("POST", target, "Content-Type: application/json\r\n", BODY))
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ping;%zz", "/v1/messages;%zz", "/livez;%zz"})
    void refusesAPathThatIsNotValidlyEncoded(String target) throws IOException {
        assertThat(raw.status("POST", target, "", BODY)).isEqualTo(400);
    }
}
