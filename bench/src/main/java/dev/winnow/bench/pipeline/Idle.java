package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.lab.load.LoadResult;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.HdrHistogram.Histogram;

/** Measures one message at a time. */
final class Idle {
    private static final int ROUND_TRIPS = 200;
    private static final String MESSAGE = "{\"text\":\"Your parcel is held: pay the 1.99 fee at http://post.top/pay\"}";

    private final BenchFigures figures;

    Idle(BenchFigures figures) {
        this.figures = figures;
    }

    void measureIdle(String name, Server server) throws IOException, InterruptedException {
        LoadResult result = Cost.measureCost(server, Loads.planIdle(server)).result();
        figures.noteFigure(name + ".accept.p50", Cost.toMillis(result.accept(), 50), "ms");
        figures.noteFigure(name + ".accept.p99", Cost.toMillis(result.accept(), 99), "ms");
        figures.noteFigure(name + ".accept-to-verdict.p50", Cost.toMillis(result.acceptToVerdict(), 50), "ms");
        figures.noteFigure(name + ".accept-to-verdict.p99", Cost.toMillis(result.acceptToVerdict(), 99), "ms");
        Histogram waits = roundTrips(server);
        figures.noteFigure(name + ".prefer-wait.p50", Cost.toMillis(waits, 50), "ms");
        figures.noteFigure(name + ".prefer-wait.p99", Cost.toMillis(waits, 99), "ms");
    }

    private static Histogram roundTrips(Server server) throws IOException, InterruptedException {
        HttpRequest submit = HttpRequest.newBuilder(server.endpoint().resolve("/v1/messages"))
                .header("Authorization", "Bearer " + server.keys().getFirst())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=10")
                .POST(HttpRequest.BodyPublishers.ofString(MESSAGE))
                .build();
        Histogram micros = new Histogram(3);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ROUND_TRIPS; i++) {
                long start = System.nanoTime();
                HttpResponse<String> answer = client.send(submit, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("no verdict within ten seconds: " + answer.statusCode());
                }
                micros.recordValue((System.nanoTime() - start) / 1_000);
            }
        }
        return micros;
    }
}
