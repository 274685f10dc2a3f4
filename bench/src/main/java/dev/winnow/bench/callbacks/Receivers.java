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

/** Endpoints on one local server, each with its own path. They note when they first heard of each message. */
final class Receivers implements AutoCloseable {
    /** A verdict that one endpoint received. */
    record ReceivedVerdict(int endpoint, String messageId) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ReceivedVerdict, Duration> delays = new ConcurrentHashMap<>();
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

    /** Makes an endpoint take calls and answer none from now on. */
    void killEndpoint(int endpoint) {
        revived = new CountDownLatch(1);
        dead = endpoint;
    }

    /** Makes all endpoints answer again. */
    void reviveAll() {
        dead = -1;
        revived.countDown();
    }

    /** The time from the scan of a message to its first call at an endpoint; null when there was none. */
    @Nullable Duration delayOf(int endpoint, String messageId) {
        return delays.get(new ReceivedVerdict(endpoint, messageId));
    }

    int countReceived() {
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
                delays.putIfAbsent(new ReceivedVerdict(endpoint, readMember(body, "id")), delay);
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
