package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps verdicts, one item per envelope, for the retention time. Calls block; any thread, best a virtual one. */
public interface VerdictStore extends AutoCloseable {
    /** The most envelopes that {@link #findVerdicts} takes at once (DynamoDB quota: 100 keys of BatchGetItem). */
    int MAX_FIND = 100;

    /**
     * Saves the verdicts of an envelope unless there are some: the first outcome stands.
     *
     * @throws StoreUnavailableException if the store did not confirm; saving again is safe
     */
    SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts);

    /**
     * The verdicts of those of the envelopes that have some.
     *
     * @param envelopes at most {@value #MAX_FIND}
     * @throws StoreUnavailableException if the store did not answer for all of them
     */
    Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes);

    /**
     * Puts the next revision of an envelope's verdicts in the place of the one before it.
     *
     * @param next its revision is one more than the one it was made from
     * @throws StoreUnavailableException if the store did not confirm; the change may have been made all the same
     */
    ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next);

    /**
     * Changes single slots: reads, applies the change and replaces on condition that nobody was faster, else begins anew.
     *
     * @param change makes new slots from the stored ones, in their order and number; the same slots mean there is nothing to do
     * @return what is stored afterwards; empty when the envelope has no verdicts
     */
    default Optional<EnvelopeVerdicts> changeSlots(UUID envelope, UnaryOperator<List<SlotVerdict>> change) {
        EnvelopeVerdicts stored = findVerdicts(Set.of(envelope)).get(envelope);
        while (stored != null) {
            List<SlotVerdict> slots = change.apply(stored.slots());
            if (slots.equals(stored.slots())) {
                return Optional.of(stored);
            }
            EnvelopeVerdicts next = stored.changedTo(slots);
            switch (replaceVerdicts(next)) {
                case ReplaceOutcome.Replaced _ -> {
                    return Optional.of(next);
                }
                case ReplaceOutcome.Outdated(EnvelopeVerdicts newer) -> stored = newer;
                case ReplaceOutcome.Missing _ -> stored = null;
            }
        }
        return Optional.empty();
    }

    @Override
    void close();

    /** What replacing did. */
    sealed interface ReplaceOutcome {
        /** The next revision is stored now. */
        record Replaced() implements ReplaceOutcome {}

        /** Another change was faster; this is what is stored. */
        record Outdated(EnvelopeVerdicts stored) implements ReplaceOutcome {}

        /** The envelope has no verdicts, or none any more. */
        record Missing() implements ReplaceOutcome {}
    }

    /** What saving did. */
    sealed interface SaveOutcome {
        /** These verdicts are stored now. */
        record Saved() implements SaveOutcome {}

        /** An earlier delivery was faster: its outcome stands and is handed back. */
        record AlreadySaved(EnvelopeVerdicts stored) implements SaveOutcome {}
    }
}
