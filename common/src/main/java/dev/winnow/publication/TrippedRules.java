package dev.winnow.publication;

import java.time.Duration;
import java.util.List;

/**
 * Tells all workers of a fleet which rules a fuse put into shadow. A worker may write these and no rules, so that it cannot publish any
 * by mistake or by force. Calls block; any thread.
 */
public interface TrippedRules {
    /** Keeps nothing: for a worker that shares no store with others. */
    TrippedRules NONE = new TrippedRules() {
        @Override
        public void saveTripped(TrippedRule rule) {
            // Intentionally empty.
        }

        @Override
        public List<TrippedRule> listTripped(String publication) {
            return List.of();
        }
    };

    /** The time for which an item is kept; an operator's next publication takes its state over. */
    Duration RETENTION = Duration.ofDays(90);

    /**
     * Saves a rule; the last item of a rule counts.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store did not confirm; saving again is safe
     */
    void saveTripped(TrippedRule rule);

    /**
     * Lists the rules that are in shadow in a publication.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    List<TrippedRule> listTripped(String publication);
}
