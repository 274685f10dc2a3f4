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

/** Keeps the last attempts of each endpoint in memory and stores them every few seconds, not at each call. Any thread. */
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

    /** Stores the attempts of every endpoint with new ones. An endpoint whose attempts are not stored is tried again the next time. */
    void saveAttempts() {
        for (String endpoint : List.copyOf(unsaved)) {
            unsaved.remove(endpoint);
            try {
                store.saveAttempts(endpoint, writer, copyAttempts(endpoint));
            } catch (StoreUnavailableException e) {
                unsaved.add(endpoint);
                log.warn(
                        "The attempts of endpoint {} were not stored and are tried again: {}",
                        endpoint,
                        e.getMessage());
                return;
            } catch (RuntimeException e) {
                // An exception would end the timer, and no attempt would be stored any more.
                log.error("The attempts of endpoint {} cannot be stored and are left out", endpoint, e);
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
