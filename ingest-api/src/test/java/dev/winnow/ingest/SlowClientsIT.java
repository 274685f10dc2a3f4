package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowClientsIT {
    private static final RunningApi api =
            RunningApi.start("winnow.request.body-timeout=1500ms", "server.tomcat.connection-timeout=3s");
    private static final String KEY = "Authorization: Bearer " + RunningApi.KEY + "\r\n";
    private static final String JSON = "Host: x\r\nContent-Type: application/json\r\n" + KEY;

    private final RawHttp raw = new RawHttp(api.port());

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/messages/batch", "/v1/compat/forwarder"})
    void tellsAStalledBodyThatItIsTooSlow(String path) throws IOException {
        for (String body :
                new String[] {"Content-Length: 200\r\n\r\n{\"te", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"te"}) {
            try (Socket socket = raw.connect()) {
                long start = System.nanoTime();
                send("POST " + path + " HTTP/1.1\r\n" + JSON + body, socket);

                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:winnow:problem:request-timeout");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_900));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n",
                "GET /ping HTTP/1.1\r\nHost: x\r\nX-Long: ",
                "GET /pin",
            })
    void closesAConnectionWhoseHeadDribbles(String start) throws IOException {
        assertThat(isClosedWhileDribbling(start, Duration.ofSeconds(8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n",
                "GET /ping HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n",
                "GET /ping HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nf0\r\n",
                "DELETE /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n",
                "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n",
                "POST /v1/apple/report HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n",
            })
    void closesAConnectionWhoseBodyDribbles(String start) throws IOException {
        assertThat(isClosedWhileDribbling(start, Duration.ofSeconds(4))).isTrue();
    }

    @Test
    void keepsAConnectionWhoseUnwantedBodyComesAtOnce() throws IOException {
        try (Socket socket = raw.connect()) {
            for (int i = 0; i < 3; i++) {
                send("GET /ping HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", socket);
                assertThat(readUntil(socket.getInputStream(), "\r\n\r\n.")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/messages/batch", "/v1/compat/forwarder"})
    void asksForABodyThatWaitsToBeAskedFor(String path) throws IOException {
        String body = "{\"text\":\"x\",\"messages\":[{\"text\":\"x\"}]}";
        try (Socket socket = raw.connect()) {
            send(
                    "POST " + path + " HTTP/1.1\r\n" + JSON + "Expect: 100-continue\r\nContent-Length: " + body.length()
                            + "\r\n\r\n",
                    socket);
            assertThat(readUntil(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 100");

            send(body, socket);

            assertThat(readUntil(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void asksForNoBodyThatItWouldRefuse() throws IOException {
        for (String head : new String[] {
            "Content-Length: 20\r\n",
            KEY + "Content-Length: 2000000\r\n",
            KEY + "Content-Encoding: br\r\nContent-Length: 20\r\n"
        }) {
            try (Socket socket = raw.connect()) {
                send("POST /v1/messages HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + head + "\r\n", socket);

                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .containsPattern("^HTTP/1.1 4(01|13|15) ");
            }
        }
    }

    private boolean isClosedWhileDribbling(String start, Duration within) throws IOException {
        try (Socket socket = raw.connect()) {
            socket.setSoTimeout(200);
            send(start, socket);
            long end = System.nanoTime() + within.toNanos();
            while (System.nanoTime() < end) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException nothingYet) {
                    send("a", socket);
                }
            }
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void send(String text, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("the stream ended after: " + read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
