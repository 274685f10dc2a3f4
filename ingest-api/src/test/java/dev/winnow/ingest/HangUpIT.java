package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HangUpIT {
    private static final String KEY = "Host: x\r\nAuthorization: Bearer " + RunningApi.MANAGE_KEY + "\r\n";
    private static final String JSON = KEY + "Content-Type: application/json\r\n";

    private final List<String> errors = new CopyOnWriteArrayList<>();

    @Test
    void logsNoErrorWhenClientsHangUp() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                    errors.add(event.getFormattedMessage());
                }
            }
        };
        appender.start();
        root.addAppender(appender);
        try (RunningApi api = RunningApi.start()) {
            for (int i = 0; i < 5; i++) {
                for (String request : requests(api)) {
                    hangUpAfter(request, new RawHttp(api.port()));
                }
            }
            await().until(() -> api.waiters() == 0);
        } finally {
            root.detachAppender(appender);
        }
        assertThat(errors).isEmpty();
    }

    private static List<String> requests(RunningApi api) {
        String id = api.issue().toString();
        String ids = IntStream.range(0, 100).mapToObj(_ -> id).collect(Collectors.joining(","));
        return List.of(
                "GET /openapi.yaml HTTP/1.1\r\n" + KEY + "\r\n",
                "GET /v1/messages?ids=" + ids + " HTTP/1.1\r\n" + KEY + "\r\n",
                "GET /v1/messages/" + id + " HTTP/1.1\r\n" + KEY + "Prefer: wait=1\r\n\r\n",
                "GET /v1/nothing HTTP/1.1\r\n" + KEY + "\r\n",
                "GET /ping HTTP/1.1\r\n" + KEY + "\r\n",
                "GET /pi",
                "POST /v1/messages HTTP/1.1\r\n" + JSON + "Content-Length: 12\r\n\r\n{\"text\":\"x\"}",
                "POST /v1/messages HTTP/1.1\r\n" + JSON + "Content-Length: 2\r\n\r\n{}",
                "POST /v1/messages HTTP/1.1\r\n" + JSON + "Content-Length: 90\r\n\r\n{\"text\"",
                "POST /v1/messages/batch HTTP/1.1\r\n" + JSON + "Content-Length: 90\r\n\r\n{\"text\"",
                "POST /v1/messages/batch HTTP/1.1\r\n" + JSON + "Content-Length: 2\r\n\r\n{}",
                "POST /v1/compat/forwarder HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"t",
                "POST /v1/messages HTTP/1.1\r\n" + JSON
                        + "Prefer: wait=1\r\nContent-Length: 12\r\n\r\n{\"text\":\"x\"}");
    }

    /** Closes so that the server's next write fails. */
    private static void hangUpAfter(String request, RawHttp raw) throws IOException {
        try (Socket socket = raw.connect()) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.repeat(3).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
