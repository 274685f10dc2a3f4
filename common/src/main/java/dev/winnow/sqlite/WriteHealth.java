package dev.winnow.sqlite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether the database takes writes, and logs the beginning and the end of each outage once. Any thread. */
final class WriteHealth {
    private static final Logger log = LoggerFactory.getLogger(WriteHealth.class);

    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean writable = true;

    boolean isWritable() {
        return writable;
    }

    /** Calls the listener now with the present state, and at each change. */
    void watch(Consumer<Boolean> listener) {
        listeners.add(listener);
        listener.accept(writable);
    }

    void recordFailure(Throwable cause) {
        if (writable) {
            log.error(
                    "The database does not take writes; requests are refused until it does: {}",
                    SqliteFailure.describe(cause));
            change(false);
        }
    }

    void recordRecovery() {
        if (!writable) {
            log.info("The database takes writes again");
            change(true);
        }
    }

    private void change(boolean next) {
        writable = next;
        for (Consumer<Boolean> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                log.warn("A listener did not take the news that the database {} writes", next ? "takes" : "refuses", e);
            }
        }
    }
}
