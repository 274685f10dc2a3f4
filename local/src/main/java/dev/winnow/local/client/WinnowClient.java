package dev.winnow.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API. Any thread; calls block. */
public final class WinnowClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDPOINTS = "/v1/webhook-endpoints";
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final URI endpoint;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public WinnowClient(URI endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /**
     * Submits a text and returns its id once the API has accepted it.
     *
     * @throws RefusedException if the API did not accept it; says why
     */
    public String submitText(String text) {
        return sendRequest(newRequest("/v1/messages")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", text)))))
                .required("id")
                .asString();
    }

    /** Reads a message's state; waits at most 20 s for its verdict. */
    public VerdictView awaitVerdict(String id) {
        return toView(sendRequest(newRequest("/v1/messages/" + id)
                .header("Prefer", "wait=" + WAIT.toSeconds())
                .GET()));
    }

    /** Reads the state of up to 100 messages, without waiting; unknown ids are left out. */
    public List<VerdictView> readAll(List<String> ids) {
        List<VerdictView> found = new ArrayList<>();
        sendRequest(newRequest("/v1/messages?ids=" + String.join(",", ids)).GET())
                .path("results")
                .forEach(result -> {
                    if (result.has("message")) {
                        found.add(toView(result.path("message")));
                    }
                });
        return found;
    }

    /** Reads the document of all webhook endpoints of the key's tenant. */
    JsonNode listEndpoints() {
        return sendRequest(newRequest(ENDPOINTS).GET());
    }

    /** Reads the document of the attempts of a webhook endpoint, and of its webhooks that wait or were given up. */
    JsonNode listAttempts(String endpoint) {
        return sendRequest(
                newRequest(ENDPOINTS + "/" + encode(endpoint) + "/attempts").GET());
    }

    /**
     * Has dead and waiting webhooks of an endpoint sent now; answers the document with their numbers.
     *
     * @param since a time in ISO 8601; older webhooks are left out; null for all
     */
    JsonNode replayWebhooks(String endpoint, @Nullable String since) {
        return sendRequest(newRequest(ENDPOINTS + "/" + encode(endpoint) + "/replay"
                        + (since == null ? "" : "?since=" + encode(since)))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder newRequest(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(WAIT.plusSeconds(10))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode sendRequest(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
            if (response.statusCode() >= 300) {
                throw new RefusedException(response.statusCode(), describeProblem(body));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + endpoint + ": is the server running? (make run)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted during a request to the API", e));
        }
    }

    /** The detail of a problem document, and after it each wrong field. */
    private static String describeProblem(JsonNode problem) {
        List<String> parts = new ArrayList<>(List.of(problem.path("detail").asString("no detail given")));
        problem.path("errors")
                .forEach(error -> parts.add(error.path("pointer").asString("") + " "
                        + error.path("detail").asString("")));
        return String.join("; ", parts);
    }

    private static VerdictView toView(JsonNode json) {
        List<String> rules = new ArrayList<>();
        json.path("matches").forEach(match -> rules.add(match.path("rule").asString("?")));
        return new VerdictView(
                json.path("id").asString(""),
                json.path("status").asString(""),
                json.path("verdict").asString("unknown"),
                json.path("score").asInt(0),
                rules,
                json.path("reason").asString(""));
    }
}
