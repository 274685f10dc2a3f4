package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyMemoryIT {
    private static final int BODY = 262_144;

    /** More bodies than fit into the budget at the same time. */
    private static final int BODIES = Math.toIntExact(Runtime.getRuntime().maxMemory() / 8 / BODY) + 50;

    private static final RunningApi api = RunningApi.start("winnow.request.body-timeout=60s");

    private final List<Socket> sockets = new ArrayList<>();
    private final RawHttp raw = new RawHttp(api.port());

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void refusesBodiesThatWouldFillTheHeapAndTakesSmallOnes() throws IOException {
        for (int i = 0; i < BODIES; i++) {
            begin(BODY - 1);
        }

        await().until(() -> sockets.stream().anyMatch(BodyMemoryIT::isRefused));
        assertThat(api.client().post("/v1/messages", "{\"text\":\"small\"}").status())
                .isEqualTo(202);

        hangUp();
        await().untilAsserted(() -> assertThat(largeBatch()).isEqualTo(202));
    }

    @Test
    void takesNoMemoryForBytesThatAreOnlyAnnounced() throws IOException {
        for (int i = 0; i < BODIES; i++) {
            begin(1);
        }

        assertThat(largeBatch()).isEqualTo(202);
        assertThat(sockets).noneMatch(BodyMemoryIT::isRefused);
    }

    private static int largeBatch() {
        return api.client()
                .post("/v1/messages/batch", "{\"messages\":[{\"text\":\"x\"}]" + " ".repeat(BODY - 40) + "}")
                .status();
    }

    /** Announces a whole body and sends a part. */
    private void begin(int part) throws IOException {
        Socket socket = raw.connect();
        socket.setSoTimeout(1);
        sockets.add(socket);
        String head = "POST /v1/messages/batch HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Content-Type: application/json\r\n"
                + "Authorization: Bearer "
                + RunningApi.KEY + "\r\nContent-Length: " + BODY + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        try {
            out.write(" ".repeat(part).getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException refused) {
            assertThat(sockets).hasSizeGreaterThan(10);
        }
    }

    private static boolean isRefused(Socket socket) {
        try {
            byte[] start = socket.getInputStream().readNBytes(12);
            return new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 503");
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
