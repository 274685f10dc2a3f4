package dev.winnow.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics} for Prometheus, {@code /livez} and {@code /readyz} on loopback, for a program without an HTTP server of its own.
 * Readiness is 200, or 503 with a sentence that gives the reason for waiting.
 */
public final class MetricsEndpoint implements AutoCloseable {
    private final HttpServer server;

    private MetricsEndpoint(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param metrics makes the page in the text format of Prometheus
     * @param alive whether the process can still receive; if not, {@code /livez} answers 503
     * @param wait the reason for which the process waits, as a sentence; empty while it works
     * @throws UncheckedIOException if the port is taken
     */
    public static MetricsEndpoint start(
            int port, Supplier<String> metrics, BooleanSupplier alive, Supplier<Optional<String>> wait) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/metrics", exchange -> answerText(exchange, 200, metrics.get()));
            server.createContext("/livez", exchange -> {
                if (alive.getAsBoolean()) {
                    answerText(exchange, 200, "ok\n");
                } else {
                    answerText(exchange, 503, "a lane cannot receive any more: start the process again\n");
                }
            });
            server.createContext("/readyz", exchange -> {
                Optional<String> sentence = wait.get();
                answerText(exchange, sentence.isPresent() ? 503 : 200, sentence.orElse("ready") + "\n");
            });
            // With the server's own thread alone, one client that sends half a request would keep all others waiting.
            server.setExecutor(Thread::startVirtualThread);
            server.start();
            return new MetricsEndpoint(server);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "port " + port + " is taken: set WINNOW_METRICS_PORT to another, or to 0 for none", e);
        }
    }

    /** The port that is open. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answerText(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
