package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps verdicts, one item for each envelope, for the retention time. Calls block; any thread, best a virtual one. */
public interface VerdictStore extends AutoCloseable {
    /** The most envelopes that {@link #findVerdicts} takes at once (DynamoDB quota: 100 keys of BatchGetItem). */
    int MAX_FIND = 100;

    /**
     * Saves the verdicts of an envelope unless it has some already: the first outcome stands.
     *
     * @throws StoreUnavailableException if the store did not confirm; saving again is safe
     */
    SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts);

    /**
     * Reads the verdicts of envelopes; an envelope without verdicts is left out.
     *
     * @param envelopes at most {@value #MAX_FIND}
     * @throws StoreUnavailableException if the store did not answer for all of them
     */
    Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes);

    /**
     * Replaces the verdicts of an envelope by their next revision.
     *
     * @param next the next revision, one more than the stored one
     * @throws StoreUnavailableException if the store did not confirm; the change may have been made
     */
    ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next);

    /**
     * Changes single slots: reads, applies the change and replaces; begins anew if another change was faster.
     *
     * @param change makes new slots from the stored ones, in their order and number; equal slots mean no change
     * @return the stored verdicts afterwards; empty if the envelope has no verdicts
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

    /** The outcome of a replacement. */
    sealed interface ReplaceOutcome {
        /** The next revision is stored now. */
        record Replaced() implements ReplaceOutcome {}

        /** Another change was faster; the outcome holds the stored verdicts. */
        record Outdated(EnvelopeVerdicts stored) implements ReplaceOutcome {}

        /** The envelope has no verdicts, or they have expired. */
        record Missing() implements ReplaceOutcome {}
    }

    /** The outcome of a save. */
    sealed interface SaveOutcome {
        /** These verdicts are stored now. */
        record Saved() implements SaveOutcome {}

        /** An earlier delivery was faster; the outcome holds the stored verdicts. */
        record AlreadySaved(EnvelopeVerdicts stored) implements SaveOutcome {}
    }
}
