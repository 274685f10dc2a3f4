package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.bench.Pause;
import dev.winnow.local.client.WinnowClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Measures the memory of the process, right after a load and with clients that wait. */
final class Memory {
    private static final int WAITERS = 5_000;
    private static final double MEBIBYTE = 1 << 20;

    private final BenchFigures figures;

    Memory(BenchFigures figures) {
        this.figures = figures;
    }

    void measureUnderLoad(Server server) throws IOException, InterruptedException {
        noteMemory("load", server, server.readMeters(""));
        noteMemory("load-collected", server, server.readMeters("collect"));
    }

    /** Measures with clients that all wait for one message that no worker takes; the last line shows that all of them got its verdict. */
    void measureWaiting(Server server) throws IOException, InterruptedException {
        server.readMeters("hold");
        try (WinnowClient submitter =
                        new WinnowClient(server.endpoint(), server.keys().getFirst());
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest wait = waitFor(server, submitter.submitText("See you at eight?"));
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITERS; i++) {
                waiting.add(client.sendAsync(wait, BodyHandlers.ofString()));
            }
            Pause.pauseFor(Duration.ofSeconds(8));
            noteMemory("waiters", server, server.readMeters("collect"));
            server.readMeters("go");
            long judged = waiting.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.body().contains("\"verdict\""))
                    .count();
            figures.atLeast("memory.waiters-answered", (double) judged, WAITERS);
        }
    }

    private void noteMemory(String name, Server server, Meters meters) throws IOException {
        figures.noteFigure("memory." + name + ".heap", meters.heapUsed() / MEBIBYTE, "MiB");
        figures.noteFigure("memory." + name + ".resident", server.residentBytes() / MEBIBYTE, "MiB");
    }

    private static HttpRequest waitFor(Server server, String id) {
        return HttpRequest.newBuilder(server.endpoint().resolve("/v1/messages/" + id))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + server.keys().getFirst())
                .header("Prefer", "wait=25")
                .build();
    }
}
