package dev.winnow.local.console;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignSamples;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.Wave;
import dev.winnow.campaign.WaveReport;
import dev.winnow.local.Winnow;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.ApiKey;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server with its console and a key of each role, on free ports and a folder of its own. */
public final class RunningConsole implements AutoCloseable {
    private final Path data;
    private final LocalServer server;
    private final List<LocalServer.Backing> backing = new ArrayList<>();
    private final Map<String, String> keys = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI link;

    private RunningConsole(Path data) throws IOException {
        this.data = data;
        List<String> settings = new ArrayList<>();
        for (String role : List.of("viewer", "operator", "admin")) {
            String key = ApiKey.generateKey();
            keys.put(role, key);
            settings.add(role + ":" + role + ":" + ApiKey.hashKey(key));
        }
        this.server = LocalServer.start(data, 0, List.of("--management.server.port=0"), around -> {
            backing.add(around);
            return around;
        });
        this.link = server.openConsole(0, List.of("--winnow.console.keys=" + String.join(",", settings)));
    }

    public static RunningConsole start() throws IOException {
        return new RunningConsole(Files.createTempDirectory("console"));
    }

    public URI api() {
        return server.endpoint();
    }

    public URI console() {
        return link.resolve("/");
    }

    public Path data() {
        return data;
    }

    /** The stores of the server, as another process sees them. */
    SqliteDatabase openDatabase() {
        return SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC());
    }

    public String key(String role) {
        String key = keys.get(role);
        if (key == null) {
            throw new IllegalArgumentException(role);
        }
        return key;
    }

    /** A link for one sign-in with this role. */
    URI newLink(String role) {
        JsonNode answer = JsonMapper.shared()
                .readTree(send("POST", "/ops/v1/sign-in-links", key(role), null).body());
        return console().resolve(answer.path("path").asString());
    }

    /** Submits a text and returns its id once it has a verdict. */
    public String judge(String text) throws IOException {
        try (WinnowClient client = new WinnowClient(api(), readDemoKey())) {
            String id = client.submitText(text);
            var _ = client.awaitVerdict(id);
            return id;
        }
    }

    /** Submits a text under the client's own name for it, and returns its id once it has a verdict. */
    public String judge(String text, String ref) throws IOException, InterruptedException {
        String demo = readDemoKey();
        String body = JsonMapper.shared().writeValueAsString(Map.of("text", text, "clientRef", ref));
        HttpRequest request = HttpRequest.newBuilder(api().resolve("/v1/messages"))
                .header("Authorization", "Bearer " + demo)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("id")
                .asString();
    }

    /** Lets a worker report a wave of 30 clean messages, and waits until the console has made a campaign of it. */
    Campaign makeCampaign(Fingerprint fingerprint) {
        return makeCampaign(CampaignSamples.wave(fingerprint, Instant.now(), 30, Category.CLEAN));
    }

    /** Lets a worker report a wave whose template is known or not, and waits likewise. */
    public Campaign makeCampaign(Fingerprint fingerprint, @Nullable String template) {
        Wave wave = CampaignSamples.wave(fingerprint, Instant.now(), 30, Category.CLEAN);
        return makeCampaign(new Wave(
                fingerprint,
                wave.firstSeen(),
                wave.lastSeen(),
                wave.verdicts(),
                wave.withLink(),
                wave.senders(),
                wave.tenants(),
                wave.rules(),
                wave.domains(),
                template));
    }

    private Campaign makeCampaign(Wave wave) {
        try (SqliteDatabase database = openDatabase()) {
            database.campaigns()
                    .saveReport(new WaveReport(UUID.randomUUID().toString(), wave.lastSeen(), List.of(wave)));
            String id = Campaign.begin(wave).id();
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> database.campaigns().findCampaign(id), Optional::isPresent)
                    .orElseThrow();
        }
    }

    /** Registers an active endpoint that wants one event; nothing listens at its address. */
    Endpoint addEndpoint(String tenant, EventType event) {
        Endpoint endpoint = Endpoint.register(
                Endpoint.newId(),
                tenant,
                URI.create("https://receiver.invalid/" + event),
                Set.of(event),
                1,
                "0.c2VhbGVk",
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try (SqliteDatabase database = openDatabase()) {
            if (!database.endpoints().addEndpoint(endpoint)
                    || database.endpoints()
                            .changeEndpoint(tenant, endpoint.id(), Endpoint::withAnswer)
                            .isEmpty()) {
                throw new AssertionError("the endpoint could not be added");
            }
        }
        return endpoint;
    }

    /** Lets a tenant keep a history from now on; the programs know it a few seconds later. */
    void keepHistory(String tenant) {
        int code = Winnow.commandLine().execute("tenant", "set", tenant, "--history", "7", "--data", data.toString());
        if (code != 0) {
            throw new AssertionError("winnow tenant set failed");
        }
    }

    /** Registers a webhook endpoint of the demo tenant and returns its id. */
    public String register(String url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(api().resolve("/v1/webhook-endpoints"))
                .header("Authorization", "Bearer " + readDemoKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
                .build();
        return JsonMapper.shared().readTree(exchange(request).body()).path("id").asString();
    }

    /** The rules that are part of a message's verdict. */
    public List<String> rulesOf(String id) {
        List<String> rules = new ArrayList<>();
        JsonMapper.shared()
                .readTree(send("GET", "/ops/v1/messages/" + id, key("viewer"), null)
                        .body())
                .path("matches")
                .forEach(match -> rules.add(match.path("rule").asString()));
        return rules;
    }

    /** Puts an envelope with this text among the dead letters, with the verdict failed, as a worker does after five failures. */
    public UUID bury(String text, String reason) {
        UUID id = VerdictSamples.envelope();
        Envelope.Slot slot = new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now());
        String body = "{\"v\":1,\"id\":\"" + id + "\",\"g\":\"g1\",\"m\":["
                + EnvelopeCodec.encode(slot).json() + "]}";
        verdicts()
                .saveVerdicts(new EnvelopeVerdicts(
                        id,
                        1,
                        "test",
                        "test",
                        Instant.now(),
                        List.of(new SlotVerdict(new Verdict.Failed(reason), null, Instant.now()))));
        queue().buryDelivery(new DeadLetter(
                new Delivery("r", body, 5, Instant.now(), Instant.now()), reason, Instant.now(), "test"));
        return id;
    }

    Verdict verdictOf(UUID envelope) {
        EnvelopeVerdicts stored = verdicts().findVerdicts(List.of(envelope)).get(envelope);
        if (stored == null) {
            throw new AssertionError("the envelope has no verdict");
        }
        return stored.slots().getFirst().verdict();
    }

    public HttpResponse<String> send(String method, String path, @Nullable String key, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(console().resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return exchange(request.build());
    }

    private String readDemoKey() throws IOException {
        return Files.readString(DataFolder.demoKeyFile(data)).strip();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private EnvelopeQueue queue() {
        return backing.getFirst().queue();
    }

    private VerdictStore verdicts() {
        return backing.getFirst().verdicts();
    }
}
