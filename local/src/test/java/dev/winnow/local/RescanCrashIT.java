package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.history.MessageHistory;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.sqlite.SqliteHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills a server again and again while new messages come in and a rescan judges old ones, with history and statistics on. */
class RescanCrashIT {
    private static final int KILLS = Integer.getInteger("winnow.crash.kills", 3);
    private static final int OLD = 60 * KILLS;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RULE = """
            rule quokka
            {
              meta:
                title = "Quokkas"
                category = "junk"
                weight = 60
              strings:
                $quokka = "quokka" nocase
              condition:
                $quokka
            }
            """;

    private final Random random = new Random(42);
    private final HttpClient http = HttpClient.newHttpClient();

    /** The webhook ids of each message's verdict.changed. */
    private final Map<String, Set<String>> changes = new ConcurrentHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void losesAndDuplicatesNothingWhenTheServerIsKilledDuringARescan() throws Exception {
        List<String> judged;
        Set<String> fresh = ConcurrentHashMap.newKeySet();
        HttpServer receiver = startReceiver();
        try {
            String rescan;
            try (ServerProcess server = startServer()) {
                judged = judgeOldMessages(server, receiver);
                rescan = startRescan();
                killDuring(server, rescan, fresh);
            }
            for (int kill = 1; kill < KILLS; kill++) {
                try (ServerProcess server = startServer()) {
                    killDuring(server, rescan, fresh);
                }
            }
            try (ServerProcess server = startServer();
                    WinnowClient client = server.client()) {
                await().atMost(PATIENCE)
                        .until(() -> readRescan(rescan).path("state").asString().equals("done"));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(judged)
                                .allSatisfy(
                                        id -> assertThat(client.awaitVerdict(id).verdict())
                                                .isNotEqualTo("junk")));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(changes.keySet()).containsAll(judged));
                assertThat(fresh)
                        .allSatisfy(id ->
                                assertThat(client.awaitVerdict(id).isDone()).isTrue());
            }
        } finally {
            receiver.stop(0);
        }
        assertThat(changes.values())
                .as("webhook ids of a change")
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(countScanned()).as("statistics").isBetween((long) OLD, 2L * (OLD + fresh.size()));
        System.out.printf(
                "result crash.rescan.killed %d accepted %d changed %d%n", KILLS, OLD + fresh.size(), changes.size());
    }

    /** Starts the server and waits for its console, which starts last. */
    private ServerProcess startServer() throws IOException {
        Files.deleteIfExists(DataFolder.consoleFile(data));
        ServerProcess server = ServerProcess.startWithConsole(data);
        await().atMost(PATIENCE).until(() -> Files.exists(DataFolder.consoleFile(data)));
        return server;
    }

    /** Submits messages that a rule calls junk, and takes the rule away. */
    private List<String> judgeOldMessages(ServerProcess server, HttpServer receiver) throws IOException {
        // The rule decides nearly all messages, which the fuse would stop.
        Files.writeString(data.resolve("rules/states.tsv"), "quokka\tactive\t100\t\tpinned\t\n");
        Files.writeString(data.resolve("rules/quokka.yar"), RULE);
        assertThat(Winnow.commandLine().execute("tenant", "set", "demo", "--history", "7", "--data", data.toString()))
                .isZero();
        registerEndpoint(server.endpoint(), receiver);
        try (WinnowClient client = server.client()) {
            await().atMost(PATIENCE)
                    .until(() -> client.awaitVerdict(client.submitText("a quokka"))
                            .verdict()
                            .equals("junk"));
            await().atMost(PATIENCE).until(() -> {
                var _ = client.awaitVerdict(client.submitText("is it kept?"));
                return countHistory() > 0;
            });
            List<String> judged = new ArrayList<>();
            for (int i = 0; i < OLD; i++) {
                judged.add(client.submitText("the quokka at number " + i));
            }
            judged.forEach(
                    id -> assertThat(client.awaitVerdict(id).verdict()).as(id).isEqualTo("junk"));
            await().atMost(PATIENCE).until(() -> countHistory() >= OLD);
            Files.delete(data.resolve("rules/quokka.yar"));
            await().atMost(PATIENCE)
                    .until(() -> !client.awaitVerdict(client.submitText("one quokka more"))
                            .verdict()
                            .equals("junk"));
            return judged;
        }
    }

    /** Submits fresh messages, waits until the rescan moves, and kills the server at a random time. */
    private void killDuring(ServerProcess server, String rescan, Set<String> fresh) throws Exception {
        try (WinnowClient client = server.client();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < 4; sender++) {
                senders.execute(() -> submitUntilKilled(client, fresh));
            }
            try {
                long before = readRescan(rescan).path("sent").asLong();
                await().atMost(PATIENCE)
                        .until(() -> readRescan(rescan).path("sent").asLong() > before
                                || readRescan(rescan).path("state").asString().equals("done"));
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(2_000)).toNanos());
            } finally {
                // The senders end with the server.
                server.kill();
            }
        }
    }

    private static void submitUntilKilled(WinnowClient client, Set<String> fresh) {
        try {
            for (int i = 0; ; i++) {
                fresh.add(client.submitText("See you at eight, number " + i));
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (RuntimeException killed) {
            assertThat(killed).hasMessageMatching("(?s).+");
        }
    }

    private String startRescan() throws Exception {
        return ask(
                        "POST",
                        "rescans",
                        "{\"from\":\"" + Instant.now().minusSeconds(3_600) + "\",\"rule\":\"quokka\",\"perSecond\":20}")
                .path("id")
                .asString();
    }

    private JsonNode readRescan(String id) throws Exception {
        return ask("GET", "rescans/" + id, "");
    }

    /** Asks the console that runs now. */
    private JsonNode ask(String method, String path, String body) throws Exception {
        List<String> console = Files.readAllLines(DataFolder.consoleFile(data));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(console.get(0)).resolve("/ops/v1/" + path))
                        .header("Authorization", "Bearer " + console.get(1))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpServer startReceiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            JsonNode call =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            if (call.path("type").asString("").equals("verdict.changed")) {
                changes.computeIfAbsent(call.at("/data/id").asString(), _ -> ConcurrentHashMap.newKeySet())
                        .add(exchange.getRequestHeaders().getFirst("webhook-id"));
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private void registerEndpoint(URI api, HttpServer receiver) throws IOException {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in";
        JsonNode endpoint = post(
                api,
                "/v1/webhook-endpoints",
                "{\"url\":\"" + url + "\",\"events\":[\"verdict.changed\"],\"batchSize\":1}");
        var _ = post(api, "/v1/webhook-endpoints/" + endpoint.path("id").asString() + "/ping", "");
    }

    private JsonNode post(URI api, String path, String body) throws IOException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(api.resolve(path))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + Files.readString(DataFolder.demoKeyFile(data))
                                                    .strip())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private long countScanned() {
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            long messages = 0;
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                messages += database.statistics().listHours(day).values().stream()
                        .mapToLong(sums -> sums.messages())
                        .sum();
            }
            return messages;
        }
    }

    private int countHistory() {
        try (MessageHistory history = SqliteHistory.openFile(DataFolder.historyFile(data))) {
            return history.readPage(Instant.EPOCH, Instant.now().plusSeconds(60), MessageHistory.START)
                    .messages()
                    .size();
        }
    }
}
