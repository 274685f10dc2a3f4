package dev.winnow.feedback;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps feedback for the authors of rules. Calls block; any thread, best a virtual one. */
public interface FeedbackStore {
    /** The time for which feedback is kept. */
    Duration RETENTION = Duration.ofDays(90);

    /**
     * Saves feedback; a later one for the same message by the same key replaces it.
     *
     * @return the feedback that was replaced; empty for the first one
     * @throws StoreUnavailableException if the store did not confirm; saving again is safe
     */
    Optional<Feedback> saveFeedback(Feedback feedback);

    /**
     * Reads all feedback of a tenant, in no particular order.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    List<Feedback> listFeedback(String tenant);

    /**
     * Reads the feedback about one message.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    List<Feedback> listFeedback(String tenant, String messageId);
}
