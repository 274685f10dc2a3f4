package dev.winnow.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.ApiClient;
import dev.winnow.ingest.RawHttp;
import dev.winnow.ingest.RunningApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FuzzIT {
    /** {@code -Dtest.jvm.more=-Dwinnow.fuzz.requests=100000} sends more. */
    private static final int REQUESTS = Integer.getInteger("winnow.fuzz.requests", 20_000);

    /** So many of a hundred go past the HTTP client, which does not send every target and header. */
    private static final int RAW = 30;

    private static final int CLIENTS = 16;
    private static final long SEED = Long.getLong("winnow.fuzz.seed", 20_261_124L);

    private final Contract contract = Contract.read();
    /** Each kind of disagreement with the request line that first showed it. */
    private final Map<String, String> disagreements = new ConcurrentHashMap<>();

    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

    /** The client judges every answer by the contract, which knows no 500. */
    @Test
    void answersWhateverIsSentAsTheContractSays() throws Exception {
        try (RunningApi api = RunningApi.start("winnow.apple.verdict-wait=0ms", "winnow.quota.address-rate=1000000");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Fuzz fuzz = new Fuzz(
                        contract.document(), SEED + client, () -> api.issue().toString());
                ApiClient polite = api.client();
                RawHttp raw = new RawHttp(api.port());
                all.add(clients.submit(() -> {
                    for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                        if (fuzz.chance(RAW)) {
                            sendRaw(raw, fuzz);
                        } else {
                            send(polite, fuzz);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(disagreements).isEmpty();
        int sent = statuses.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "result fuzz-requests %d bar >= %d %s %s%n",
                sent, REQUESTS, sent >= REQUESTS ? "ok" : "short", new TreeMap<>(statuses));
        assertThat(sent).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(statuses.keySet())
                .contains(200, 202, 204, 400, 401, 404, 405, 406, 413, 415, 422, 501)
                .doesNotContain(500);
    }

    private void judge(String line, IntSupplier request) {
        try {
            statuses.merge(request.getAsInt(), 1, Integer::sum);
        } catch (AssertionError disagreement) {
            String kind =
                    String.valueOf(disagreement.getMessage()).replaceAll("/v1/messages/[^ /]+", "/v1/messages/..");
            disagreements.putIfAbsent(kind.substring(0, Math.min(kind.length(), 240)), line);
        }
    }

    private void sendRaw(RawHttp raw, Fuzz fuzz) {
        Operation operation = pickOperation(fuzz);
        boolean isListed = fuzz.chance(60);
        String method = isListed && fuzz.chance(80) ? operation.method() : fuzz.anyMethod();
        String target = isListed ? fuzz.path(operation.path()) : fuzz.target();
        byte[] body = fuzz.chance(60) ? fuzz.body(operation.schema()) : new byte[0];
        byte[] request = fuzz.rawRequest(method, target, body);
        judge(method + " " + target, () -> {
            try {
                RawAnswer answer = RawAnswer.of(raw.exchangeWhole(request));
                contract.check(
                        method, judgedPath(target, answer.status()), answer.status(), answer.headers(), answer.body());
                return answer.status();
            } catch (IOException e) {
                throw new AssertionError("no answer: " + e, e);
            }
        });
    }

    /** A path that only resembles a listed one may be answered as not listed. */
    private static String judgedPath(String target, int status) {
        String path = pathOf(target);
        return status == 404 && !target.startsWith(path) ? "/not-listed" : path;
    }

    /** The path that a target stands for: without authority, query and parameters, and without dots and empty segments. */
    private static String pathOf(String target) {
        String path = target.replaceFirst("^http://localhost", "")
                .replaceFirst("\\?.*", "")
                .replaceAll(";[^/]*", "")
                .replaceAll("%2[eE]", ".")
                .replaceAll("/+", "/");
        boolean isFolder = path.matches(".*/\\.{0,2}");
        String normal = Path.of(path).normalize().toString();
        return isFolder && !normal.endsWith("/") ? normal + "/" : normal;
    }

    private record Operation(String path, String method, JsonNode schema) {}

    private Operation pickOperation(Fuzz fuzz) {
        Map.Entry<String, JsonNode> path =
                fuzz.pick(List.copyOf(contract.document().path("paths").properties()));
        List<String> verbs = path.getValue().propertyNames().stream()
                .filter(name -> !name.equals("parameters"))
                .toList();
        String method = fuzz.method(verbs);
        JsonNode schema = path.getValue()
                .path(method.toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .valueStream()
                .findFirst()
                .map(content -> content.path("schema"))
                .orElse(path.getValue());
        return new Operation(path.getKey(), method, schema);
    }

    private void send(ApiClient client, Fuzz fuzz) {
        Operation operation = pickOperation(fuzz);
        String method = operation.method();
        byte[] body = method.equals("GET") || method.equals("HEAD") ? new byte[0] : fuzz.body(operation.schema());
        ApiClient sender =
                fuzz.chance(90) ? client : client.withKey(fuzz.pick(List.of("", "wrong", RunningApi.MANAGE_KEY)));
        String path = fuzz.path(operation.path());
        String[] headers = headers(fuzz);
        judge(
                method + " " + path,
                () -> sender.call(method, path, body, headers).status());
    }

    private static String[] headers(Fuzz fuzz) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", fuzz.mediaType()));
        if (fuzz.chance(10)) {
            headers.addAll(List.of("Accept", fuzz.mediaType()));
        }
        for (String name : List.of(
                "Prefer", "Idempotency-Key", "If-None-Match", "X-Request-Id", "traceparent", "X-Forwarded-For")) {
            if (fuzz.chance(10)) {
                headers.addAll(List.of(name, fuzz.headerValue()));
            }
        }
        return headers.toArray(String[]::new);
    }
}
