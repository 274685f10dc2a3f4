package dev.winnow.verdict;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Keeps verdicts, one item per envelope, for the retention time. Calls block; any thread, best a virtual one. */
public interface VerdictStore extends AutoCloseable {
    /** The most envelopes that {@link #find} takes at once (DynamoDB quota: 100 keys of BatchGetItem). */
    int MAX_FIND = 100;

    /**
     * Saves the verdicts of an envelope unless there are some: the first outcome stands.
     *
     * @throws StoreUnavailableException if the store did not confirm; saving again is safe
     */
    SaveOutcome save(EnvelopeVerdicts verdicts);

    /**
     * The verdicts of those of the envelopes that have some.
     *
     * @param envelopes at most {@value #MAX_FIND}
     * @throws StoreUnavailableException if the store did not answer for all of them
     */
    Map<UUID, EnvelopeVerdicts> find(Collection<UUID> envelopes);

    @Override
    void close();

    /** What saving did. */
    sealed interface SaveOutcome {
        /** These verdicts are stored now. */
        record Saved() implements SaveOutcome {}

        /** An earlier delivery was faster: its outcome stands and is handed back. */
        record AlreadySaved(EnvelopeVerdicts stored) implements SaveOutcome {}
    }
}
