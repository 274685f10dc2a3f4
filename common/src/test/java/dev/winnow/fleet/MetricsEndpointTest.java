package dev.winnow.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
    @Test
    void saysThatALaneCannotReceive() throws Exception {
        AtomicBoolean alive = new AtomicBoolean(true);
        try (MetricsEndpoint endpoint = MetricsEndpoint.start(0, () -> "", alive::get, Optional::empty);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/livez"))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);

            alive.set(false);
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void answersWhileAnotherClientSendsHalfARequest() throws Exception {
        try (MetricsEndpoint endpoint = MetricsEndpoint.start(0, () -> "", () -> true, Optional::empty);
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
                HttpClient http = HttpClient.newHttpClient()) {
            slow.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x".getBytes(StandardCharsets.US_ASCII));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/livez"))
                    .timeout(Duration.ofSeconds(30))
                    .build();

            for (int i = 0; i < 3; i++) {
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
