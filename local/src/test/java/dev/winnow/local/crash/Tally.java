package dev.winnow.local.crash;

import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Submits messages during failures, and checks afterwards the verdicts of all messages with a 202. */
final class Tally implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int MAX_IDS = 100;

    /** The time between two submits: a steady load, below the fleet's limit. */
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final WinnowClient client;
    private final Map<String, Boolean> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean submitting = true;

    /** The counts of the accepted messages. */
    record Result(int accepted, int refused, int verdicts, int lost, int duplicated, int failed) {}

    Tally(URI api) {
        this.client = new WinnowClient(api, FleetProcesses.KEY);
        for (int i = 0; i < CLIENTS; i++) {
            running.add(clients.submit(this::submit));
        }
    }

    int accepted() {
        return accepted.size();
    }

    /** Ends submitting. */
    void stop() throws Exception {
        submitting = false;
        for (Future<?> each : running) {
            each.get();
        }
    }

    /** Waits for every verdict, and reads each twice: a message with two answers would show. */
    Result settle(Duration patience) {
        Map<String, VerdictView> first = readAll(patience);
        Map<String, VerdictView> second = readAll(patience);
        int duplicated = 0;
        int failed = 0;
        for (Map.Entry<String, VerdictView> each : first.entrySet()) {
            duplicated += each.getValue().equals(second.get(each.getKey())) ? 0 : 1;
            String expected = Boolean.TRUE.equals(accepted.get(each.getKey())) ? "junk" : "clean";
            failed += each.getValue().verdict().equals(expected) ? 0 : 1;
        }
        return new Result(
                accepted.size(), refused.get(), first.size(), accepted.size() - first.size(), duplicated, failed);
    }

    /** Reads the terminal verdicts until all are there, or until no new one has come for as long as patience lasts. */
    private Map<String, VerdictView> readAll(Duration patience) {
        Map<String, VerdictView> found = new HashMap<>();
        Instant end = Instant.now().plus(patience);
        while (found.size() < accepted.size() && Instant.now().isBefore(end)) {
            int before = found.size();
            List<String> open = accepted.keySet().stream()
                    .filter(id -> !found.containsKey(id))
                    .toList();
            for (int from = 0; from < open.size(); from += MAX_IDS) {
                read(open.subList(from, Math.min(from + MAX_IDS, open.size())), found);
            }
            if (found.size() > before) {
                end = Instant.now().plus(patience);
            } else {
                pause();
            }
        }
        return found;
    }

    private void read(List<String> ids, Map<String, VerdictView> found) {
        try {
            client.readAll(ids).stream()
                    .filter(view -> !view.status().equals("queued"))
                    .forEach(view -> found.put(view.id(), view));
        } catch (RuntimeException notNow) {
            pause();
        }
    }

    private void submit() {
        while (submitting) {
            int number = next.getAndIncrement();
            boolean junk = number % 3 == 0;
            String text = junk
                    ? "URGENT! You won a 1000 pound prize, claim now at http://win-prize.top/" + number
                    : "See you at eight at the corner, number " + number;
            try {
                accepted.put(client.submitText(text), junk);
                LockSupport.parkNanos(BETWEEN.toNanos());
            } catch (RuntimeException notAccepted) {
                refused.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    @Override
    public void close() {
        submitting = false;
        clients.close();
        client.close();
    }
}
