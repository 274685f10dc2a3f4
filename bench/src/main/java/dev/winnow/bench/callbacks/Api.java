package dev.winnow.bench.callbacks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API requests that the benchmark needs. */
final class Api implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String key;

    Api(URI endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /** Registers an endpoint for first verdicts and returns its id. */
    String registerEndpoint(String url) throws IOException, InterruptedException {
        return callApi("POST", "/v1/webhook-endpoints", "{\"url\":\"" + url + "\",\"events\":[\"message.verdict\"]}")
                .path("id")
                .asString();
    }

    void pingEndpoint(String id) throws IOException, InterruptedException {
        callApi("POST", "/v1/webhook-endpoints/" + id + "/ping", "");
    }

    boolean allActive() throws IOException, InterruptedException {
        return callApi("GET", "/v1/webhook-endpoints", "")
                .path("endpoints")
                .valueStream()
                .allMatch(each -> each.path("state").asString().equals("active"));
    }

    /** Submits this many messages in one request and returns their ids. */
    List<String> submitTexts(String text, int count) throws IOException, InterruptedException {
        String message = "{\"text\":\"" + text + "\"}";
        String list = Stream.generate(() -> message).limit(count).collect(Collectors.joining(","));
        return callApi("POST", "/v1/messages/batch", "{\"messages\":[" + list + "]}")
                .path("results")
                .valueStream()
                .map(result -> result.path("id").asString())
                .toList();
    }

    private JsonNode callApi(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
