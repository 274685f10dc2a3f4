package dev.winnow.publication;

import java.time.Duration;
import java.util.Map;

/** Which workers there are and which rules they run, by their own word. Calls block; any thread. */
public interface WorkerRegistry {
    /** A worker that has said nothing for so long is gone. */
    Duration GONE_AFTER = Duration.ofMinutes(3);

    /**
     * Says that a worker is there.
     *
     * @param worker a name of its own
     * @param ruleset the version of the rules it runs
     * @throws dev.winnow.store.StoreUnavailableException if the store did not confirm
     */
    void reportWorker(String worker, String ruleset);

    /**
     * The rule set's version by worker.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    Map<String, String> listWorkers();
}
