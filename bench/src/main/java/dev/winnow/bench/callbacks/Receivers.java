package dev.winnow.bench.callbacks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Endpoints on one local server, told apart by their paths. They note when they first heard of each message. */
final class Receivers implements AutoCloseable {
    /** A verdict that one endpoint was told. */
    record Told(int endpoint, String messageId) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Told, Duration> delays = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int dead = -1;
    private volatile CountDownLatch revived = new CountDownLatch(0);

    private Receivers(HttpServer server) {
        this.server = server;
    }

    static Receivers start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        Receivers receivers = new Receivers(server);
        server.setExecutor(receivers.threads);
        server.createContext("/", receivers::receiveCall);
        server.start();
        return receivers;
    }

    String urlOf(int endpoint) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + endpoint;
    }

    /** From now on this endpoint takes calls and answers none. */
    void killEndpoint(int endpoint) {
        revived = new CountDownLatch(1);
        dead = endpoint;
    }

    /** All endpoints answer again. */
    void reviveAll() {
        dead = -1;
        revived.countDown();
    }

    /** How long after its scan an endpoint first heard of a message; null when it has not. */
    @Nullable Duration delayOf(int endpoint, String messageId) {
        return delays.get(new Told(endpoint, messageId));
    }

    int toldCount() {
        return delays.size();
    }

    private void receiveCall(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int endpoint = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (endpoint == dead) {
                revived.await();
            } else if (body.contains("\"type\":\"message.verdict\"")) {
                Duration delay = Duration.between(Instant.parse(readMember(body, "timestamp")), now);
                delays.putIfAbsent(new Told(endpoint, readMember(body, "id")), delay);
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readMember(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }

    @Override
    public void close() {
        reviveAll();
        server.stop(0);
        threads.shutdownNow();
    }
}
