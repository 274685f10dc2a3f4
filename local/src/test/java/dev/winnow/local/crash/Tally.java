package dev.winnow.local.crash;

import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Submits messages while things go wrong, and settles afterwards what became of those that got a 202. */
final class Tally implements AutoCloseable {
    private static final int CLIENTS = 8;

    private final WinnowClient client;
    private final Map<String, Boolean> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean submitting = true;

    /** What became of the accepted messages. */
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

    /** The terminal verdicts that are there when all are, or when patience ends. */
    private Map<String, VerdictView> readAll(Duration patience) {
        Map<String, VerdictView> found = new ConcurrentHashMap<>();
        Instant end = Instant.now().plus(patience);
        try (ExecutorService readers =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            accepted.keySet()
                    .forEach(id -> readers.execute(() -> {
                        while (Instant.now().isBefore(end) && !found.containsKey(id)) {
                            readOnce(id, found);
                        }
                    }));
        }
        return found;
    }

    private void readOnce(String id, Map<String, VerdictView> found) {
        try {
            VerdictView view = client.await(id);
            if (!view.status().equals("queued")) {
                found.put(id, view);
            }
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
                accepted.put(client.submit(text), junk);
            } catch (RuntimeException notAccepted) {
                refused.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    @Override
    public void close() {
        submitting = false;
        clients.close();
        client.close();
    }
}
