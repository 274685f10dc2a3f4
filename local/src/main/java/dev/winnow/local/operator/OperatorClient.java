package dev.winnow.local.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the operator API. Any thread; calls block. */
public final class OperatorClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI endpoint;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    OperatorClient(URI endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /** The address of the console. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Reads a document.
     *
     * @throws IllegalStateException if the console refused; says why
     */
    public JsonNode get(String path) {
        return send(newRequest(path).GET());
    }

    /** Sends a POST request; an answer without a document is an empty document. */
    public JsonNode post(String path, Object body) {
        return send(newRequest(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder newRequest(String path) {
        return HttpRequest.newBuilder(endpoint.resolve("/ops/v1/" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        body.path("detail").asString("the console answered " + response.statusCode()));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from the console at " + endpoint + ": is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted during a request to the console", e));
        }
    }
}
