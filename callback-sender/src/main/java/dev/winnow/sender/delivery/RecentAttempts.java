package dev.winnow.sender.delivery;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.AttemptLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last attempts of each endpoint, written down every few seconds instead of at each call. Any thread. */
final class RecentAttempts {
    private static final Logger log = LoggerFactory.getLogger(RecentAttempts.class);

    private final AttemptLog store;
    private final String writer = UUID.randomUUID().toString();
    private final Map<String, Deque<Attempt>> latest = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();

    RecentAttempts(AttemptLog store) {
        this.store = store;
    }

    void addAttempt(String endpoint, Attempt attempt) {
        Deque<Attempt> attempts = latest.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
        synchronized (attempts) {
            attempts.addFirst(attempt);
            if (attempts.size() > AttemptLog.KEPT) {
                attempts.removeLast();
            }
        }
        unsaved.add(endpoint);
    }

    /** Writes down what is new. What fails is tried again with the next. */
    void saveAttempts() {
        for (String endpoint : List.copyOf(unsaved)) {
            unsaved.remove(endpoint);
            try {
                store.saveAttempts(endpoint, writer, copyAttempts(endpoint));
            } catch (StoreUnavailableException e) {
                unsaved.add(endpoint);
                log.warn("The attempts of endpoint {} were not written down: {}", endpoint, e.getMessage());
                return;
            }
        }
    }

    private List<Attempt> copyAttempts(String endpoint) {
        Deque<Attempt> attempts = latest.getOrDefault(endpoint, new ArrayDeque<>());
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }
}
