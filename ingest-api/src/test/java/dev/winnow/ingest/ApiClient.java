package dev.winnow.ingest;

import dev.winnow.ingest.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API under test; every answer it gets must be one that the contract describes. Immutable; any thread. */
public final class ApiClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Contract CONTRACT = Contract.read();

    private final int port;
    private final String key;

    ApiClient(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** The same client with another key; an empty one sends none. */
    public ApiClient withKey(String other) {
        return new ApiClient(port, other);
    }

    /** Posts JSON; headers are name and value in turn. */
    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LeakDetector.watch(json))));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends any method, without a content type unless a header sets one. */
    public Answer call(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofByteArray(LeakDetector.watch(body))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(40));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            LeakDetector.assertNothingLeaked();
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            CONTRACT.check(
                    response.request().method(),
                    response.request().uri().getRawPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
            return new Answer(response);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.build(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The answer to a request. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String id() {
            return json().path("id").asString();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public String contentType() {
            return header("Content-Type").orElse("");
        }

        /** The last part of a problem's type. */
        public String problem() {
            String type = json().path("type").asString();
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }
}
