package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.bench.Pause;
import dev.winnow.lab.load.LoadRun;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Measures the share of iPhone requests that get a verdict in their answer while the server has half of its highest load. */
final class Phones {
    private static final double BAR = 0.999;
    private static final int ASKED = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(8);
    private static final Duration LOAD = Duration.ofSeconds(12);
    private static final String NONE = "\"action\":0";
    private static final String QUERY = "{\"_version\":1,\"query\":{\"sender\":\"+14085550001\",\"message\":{\"text\":"
            + "\"Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay\"}},\"app\":{\"version\":\"1.1\"}}";

    private final BenchFigures figures;

    Phones(BenchFigures figures) {
        this.figures = figures;
    }

    /** Sends junk texts, so that an answer without an action is a verdict that came too late. */
    void measurePhones(String name, Server server, int rate) throws IOException, InterruptedException {
        HttpRequest query = HttpRequest.newBuilder(
                        server.endpoint().resolve("/v1/apple/" + Server.APP_TOKEN + "/message-filter"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        int inTime = 0;
        try (ExecutorService load = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newHttpClient()) {
            var background = CompletableFuture.runAsync(
                    () -> LoadRun.runPlan(Loads.planLasting(server, rate, 1, LOAD), _ -> {}, Duration.ofSeconds(20)),
                    load);
            for (int i = 0; i < ASKED; i++) {
                String answer = client.send(query, BodyHandlers.ofString()).body();
                if (!answer.replace(" ", "").contains(NONE)) {
                    inTime++;
                }
                Pause.pauseFor(PAUSE);
            }
            background.join();
        }
        figures.atLeast(name + ".ios-in-time", (double) inTime / ASKED, BAR);
    }
}
