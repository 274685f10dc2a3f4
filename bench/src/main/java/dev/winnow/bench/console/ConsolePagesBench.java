package dev.winnow.bench.console;

import dev.winnow.bench.BenchFigures;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.sqlite.SqliteDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how long each page of the console takes with 10 million stored verdicts, 100,000 dead letters and 5,000 tenants on one machine,
 * without other traffic. Exits 1 when the 95th percentile of a page misses its bar of 300 ms. Takes some minutes, and 1 GB in the
 * folder for temporary files.
 */
final class ConsolePagesBench {
    private static final int VERDICTS = 10_000_000;
    private static final int LETTERS = 100_000;
    private static final int TENANTS = 5_000;
    private static final int WARM_UP = 20;
    private static final int REQUESTS = 100;
    private static final double BAR_MILLIS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI console;

    private ConsolePagesBench(URI console) {
        this.console = console;
    }

    /** Optionally the numbers of verdicts, dead letters and tenants. */
    public static void main(String... arguments) throws Exception {
        int verdicts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : VERDICTS;
        int letters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : LETTERS;
        int tenants = arguments.length > 2 ? Integer.parseInt(arguments[2]) : TENANTS;
        Path data = Files.createTempDirectory("winnow-bench");
        BenchFigures figures = new BenchFigures();
        List<LocalServer.Backing> backing = new ArrayList<>();
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=0"), around -> {
            backing.add(around);
            return around;
        })) {
            long start = System.nanoTime();
            FullStore.fill(data, backing.getFirst(), verdicts, letters, tenants);
            figures.noteFigure("console.fill", (System.nanoTime() - start) / 1e9, "s");
            URI link = server.openConsole(0, List.of());
            ConsolePagesBench bench = new ConsolePagesBench(link.resolve("/"));
            bench.read(link);
            for (Map.Entry<String, String> page : pages(server, data).entrySet()) {
                figures.atMost("console.page." + page.getKey() + ".p95", bench.measure(page.getValue()), BAR_MILLIS);
            }
        }
        System.exit(figures.anyShort() ? 1 : 0);
    }

    private static Map<String, String> pages(LocalServer server, Path data) throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("now", "/");
        pages.put("now.week", "/?range=7d");
        pages.put("message", "/messages?id=" + submit(server, data));
        pages.put("rules", "/rules");
        pages.put("rule", "/rules/parcel_fee");
        pages.put("letters", "/dead-letters");
        pages.put("letters.reason", "/dead-letters?reason=reason%203");
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
            for (DeadLetterBox.Letter letter : database.deadLetters().listLetters(null, 1)) {
                pages.put("letter", "/dead-letters/" + letter.envelope());
            }
        }
        pages.put("webhooks", "/webhooks");
        pages.put("tenants", "/tenants");
        pages.put("tenants.search", "/tenants?search=4999");
        pages.put("tenant", "/tenants/demo");
        pages.put("audit", "/audit");
        return pages;
    }

    private static String submit(LocalServer server, Path data) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.endpoint().resolve("/v1/messages"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(DataFolder.demoKeyFile(data)).strip())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=10")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"See you at eight?\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body).path("id").asString();
        }
    }

    private double measure(String page) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            read(console.resolve(page));
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            read(console.resolve(page));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(millis);
        return millis.get(REQUESTS * 95 / 100 - 1);
    }

    private void read(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
    }
}
