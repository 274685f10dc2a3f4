package dev.winnow.publication;

import java.time.Duration;
import java.util.Map;

/** The living workers and the rule sets that they report. Calls block; any thread. */
public interface WorkerRegistry {
    /** The time after which a worker without a report counts as gone. */
    Duration GONE_AFTER = Duration.ofMinutes(3);

    /**
     * Reports a living worker.
     *
     * @param worker the name of the worker, which no other worker has
     * @param ruleset the version of the worker's rules
     * @throws dev.winnow.store.StoreUnavailableException if the store did not confirm
     */
    void reportWorker(String worker, String ruleset);

    /**
     * Lists the version of the rules by worker.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    Map<String, String> listWorkers();
}
