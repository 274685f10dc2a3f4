package dev.winnow.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** HTTP for test servers: requests and replies as values, a server that answers them, a client that passes them on. */
final class Http {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection", "content-length", "host", "transfer-encoding", "expect", "upgrade", "date", "http2-settings");

    /** The names are case-insensitive. */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The AWS operation of the JSON protocols, for example {@code PutItem}. */
        String operation() {
            String target = header("X-Amz-Target");
            return target.substring(target.lastIndexOf('.') + 1);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply json(int status, String json) {
            return new Reply(
                    status,
                    Map.of("Content-Type", "application/x-amz-json-1.0"),
                    json.getBytes(StandardCharsets.UTF_8));
        }

        static Reply empty(int status, Map<String, String> headers) {
            return new Reply(status, headers, new byte[0]);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Answers requests; an {@link IOException} breaks the connection without an answer. */
    @FunctionalInterface
    interface Handler {
        Reply handle(Request request) throws IOException;
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private Http() {}

    /** Serves on loopback, one virtual thread a request; port 0 takes a free one. */
    static HttpServer serve(int port, Handler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, handler));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve on 127.0.0.1:" + port, e);
        }
    }

    static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Passes a request on to another server. */
    static Reply forward(URI server, Request request) throws IOException {
        HttpRequest.Builder out = HttpRequest.newBuilder(server.resolve(request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                out.setHeader(name, value);
            }
        });
        try {
            HttpResponse<byte[]> in = CLIENT.send(out.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(in.statusCode(), single(in.headers().map()), in.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    single(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            Reply reply = handler.handle(request);
            reply.headers().forEach((name, value) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    exchange.getResponseHeaders().set(name, value);
                }
            });
            boolean empty = reply.body().length == 0;
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
            if (!empty) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private static Map<String, String> single(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().getFirst(),
                        (first, _) -> first,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    }
}
