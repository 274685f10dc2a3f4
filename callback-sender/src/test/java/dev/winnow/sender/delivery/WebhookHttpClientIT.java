package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.winnow.webhook.UrlPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHttpClientIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void followsNoRedirect() throws Exception {
        try (Receiver target = Receiver.answering(200);
                Receiver receiver = Receiver.start(exchange -> {
                    exchange.getResponseHeaders().set("Location", target.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            assertThat(post(receiver)).isEqualTo(new EndpointAnswer.Status(307, null));
            assertThat(target.received()).isEmpty();
        }
    }

    @Test
    void endsACallThatIsNeverAnswered() throws Exception {
        try (Receiver receiver = Receiver.start(_ -> never())) {
            assertThat(post(receiver)).isEqualTo(new EndpointAnswer.None("timeout"));
        }
    }

    @Test
    void takesTheStatusOfAnAnswerWhoseBodyDripsForever() throws Exception {
        try (Receiver receiver = Receiver.start(WebhookHttpClientIT::drip)) {
            assertThat(post(receiver)).isEqualTo(new EndpointAnswer.Status(200, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk",
                "HTTP/1.1 200 OK\r\n\r\nuntil the end",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"
            })
    void takesTheStatusEvenIfTheBodyIsBroken(String answer) throws Exception {
        try (RawReceiver receiver = RawReceiver.start(1, answer);
                WebhookHttpClient http = local()) {
            assertThat(http.postBody(receiver.url(), Map.of(), "{}"))
                    .isInstanceOfSatisfying(
                            EndpointAnswer.Status.class,
                            status -> assertThat(status.isSuccess()).isTrue());
        }
    }

    @Test
    void takesAnAnswerWithHundredsOfHeaders() throws Exception {
        String headers = IntStream.range(0, 300)
                .mapToObj(i -> "X-Header-" + i + ": " + "v".repeat(100) + "\r\n")
                .collect(Collectors.joining());
        try (RawReceiver receiver =
                        RawReceiver.start(1, "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 0\r\n\r\n");
                WebhookHttpClient http = local()) {
            assertThat(http.postBody(receiver.url(), Map.of(), "{}")).isEqualTo(new EndpointAnswer.Status(200, null));
        }
    }

    @Test
    void repeatsACallOnceWhenAKeptConnectionTurnsOutToBeClosed() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (RawReceiver receiver = RawReceiver.start(1, answer);
                WebhookHttpClient http = local()) {
            for (int call = 0; call < 5; call++) {
                assertThat(http.postBody(receiver.url(), Map.of(), "{}"))
                        .isEqualTo(new EndpointAnswer.Status(200, null));
            }
        }
    }

    @Test
    void repeatsNoCallOnANewConnection() throws Exception {
        try (RawReceiver receiver = RawReceiver.start(1, "");
                WebhookHttpClient http = local()) {
            assertThat(http.postBody(receiver.url(), Map.of(), "{}"))
                    .isEqualTo(new EndpointAnswer.None("the connection was closed before an answer"));
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void endsACallWhoseReceiverSendsInformationalAnswersForever() throws Exception {
        try (RawReceiver receiver = RawReceiver.start(1, "HTTP/1.1 100 Continue\r\n\r\n".repeat(10_000));
                WebhookHttpClient http = local()) {
            assertThat(http.postBody(receiver.url(), Map.of(), "{}"))
                    .isEqualTo(new EndpointAnswer.None("the answer's headers are too large"));
        }
    }

    @Test
    void readsNoLongAnswerToItsEnd() throws Exception {
        try (Receiver receiver = Receiver.start(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] much = new byte[1 << 20];
                for (int i = 0; i < 1_000; i++) {
                    out.write(much);
                }
            }
        })) {
            assertThat(post(receiver)).isEqualTo(new EndpointAnswer.Status(200, null));
        }
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        try (Receiver receiver = Receiver.start(exchange -> {
                    ports.add(exchange.getRemoteAddress().getPort());
                    byte[] body = new byte[100];
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                });
                WebhookHttpClient http = local()) {
            for (int i = 0; i < 5; i++) {
                http.postBody(URI.create(receiver.url()), Map.of(), "{}");
            }
        }
        assertThat(ports).hasSize(1);
    }

    @Test
    void saysWhyThereIsNoAnswer() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (WebhookHttpClient http = local()) {
            assertThat(http.postBody(URI.create("http://127.0.0.1:" + closed), Map.of(), "{}"))
                    .isEqualTo(new EndpointAnswer.None("the host refused the connection"));
        }
        try (WebhookHttpClient http = new WebhookHttpClient(
                UrlPolicy.STRICT, WebhookAddressIT.names(_ -> WebhookAddressIT.addresses()), TIMEOUT)) {
            assertThat(http.postBody(URI.create("https://nowhere.example/"), Map.of(), "{}"))
                    .isEqualTo(new EndpointAnswer.None("the host has no address"));
        }
    }

    private static EndpointAnswer post(Receiver receiver) throws IOException {
        try (WebhookHttpClient http = local()) {
            return http.postBody(URI.create(receiver.url()), Map.of(), "{}");
        }
    }

    private static WebhookHttpClient local() {
        return new WebhookHttpClient(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, TIMEOUT);
    }

    private static void never() {
        LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 500; i++) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }
}
