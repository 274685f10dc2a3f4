package dev.winnow.lab.load;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the verdict of every accepted message, a hundred at a time, until all are there or no new one comes. */
final class VerdictReadback {
    private static final int PAGE = 100;
    private static final int READERS = 8;
    private static final long PAUSE_MILLIS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Page(int key, List<String> ids) {}

    private final EventLoop loop;
    private final HttpConnections connections;
    private final Requests requests;
    private final Duration patience;
    private final Map<String, Long> verdicts = new HashMap<>();
    private final Histogram latency = new Histogram(3);
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private List<Page> open = new ArrayList<>();
    private List<Page> unread = new ArrayList<>();
    private int underWay;
    private long firstAccepted = Long.MAX_VALUE;
    private long lastScanned = Long.MIN_VALUE;
    private long lastNews = System.nanoTime();

    VerdictReadback(EventLoop loop, LoadPlan plan, Requests requests, List<List<String>> accepted, Duration patience) {
        this.loop = loop;
        this.connections = new HttpConnections(loop, plan.endpoint(), READERS, false);
        this.requests = requests;
        this.patience = patience;
        for (int key = 0; key < accepted.size(); key++) {
            List<String> ids = accepted.get(key);
            for (int from = 0; from < ids.size(); from += PAGE) {
                unread.add(new Page(key, List.copyOf(ids.subList(from, Math.min(from + PAGE, ids.size())))));
            }
        }
    }

    /** Blocks until all verdicts are there or no new one comes. */
    VerdictReadback awaitAll() {
        loop.execute(this::readNextPage);
        settled.join();
        return this;
    }

    Map<String, Long> verdicts() {
        return verdicts;
    }

    Histogram latency() {
        return latency;
    }

    double judgingSeconds() {
        return Math.max(1, lastScanned - firstAccepted) / 1000.0;
    }

    private void readNextPage() {
        while (underWay < READERS && !unread.isEmpty()) {
            readPage(unread.removeLast());
        }
        if (underWay > 0) {
            return;
        }
        if (open.isEmpty() || System.nanoTime() - lastNews > patience.toNanos()) {
            settled.complete(null);
            return;
        }
        unread = open;
        open = new ArrayList<>();
        var _ = loop.schedule(this::readNextPage, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void readPage(Page page) {
        underWay++;
        connections.sendRequest(requests.readRequest(page.key(), page.ids()), new HttpConnections.Listener() {
            @Override
            public void onAnswer(int status, String body) {
                underWay--;
                takePage(page, status == 200 ? JSON.readTree(body).path("results") : JSON.createArrayNode());
                readNextPage();
            }

            @Override
            public void onFailure(Throwable cause) {
                underWay--;
                open.add(page);
                var _ = loop.schedule(VerdictReadback.this::readNextPage, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    private void takePage(Page page, JsonNode results) {
        List<String> left = new ArrayList<>(page.ids());
        for (JsonNode result : results) {
            JsonNode message = result.path("message");
            if (message.has("verdict")) {
                left.remove(message.path("id").asString());
                recordVerdict(message);
            }
        }
        if (left.size() < page.ids().size()) {
            lastNews = System.nanoTime();
        }
        if (!left.isEmpty()) {
            open.add(new Page(page.key(), left));
        }
    }

    private void recordVerdict(JsonNode message) {
        verdicts.merge(message.path("verdict").asString(), 1L, Long::sum);
        long acceptedAt = Instant.parse(message.path("acceptedAt").asString()).toEpochMilli();
        long scannedAt = Instant.parse(message.path("scannedAt").asString()).toEpochMilli();
        firstAccepted = Math.min(firstAccepted, acceptedAt);
        lastScanned = Math.max(lastScanned, scannedAt);
        latency.recordValue(Math.max(0, scannedAt - acceptedAt) * 1_000);
    }
}
