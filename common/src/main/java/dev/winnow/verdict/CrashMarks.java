package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers which slots of a suspicious envelope were about to be scanned, so that the delivery after a crash knows which text brought
 * the process down. Calls block; any thread.
 */
public interface CrashMarks {
    /**
     * Replaces the marks of an envelope.
     *
     * @param slots the slots that are known to be bad and the one that is about to be scanned; empty takes the marks away
     * @throws StoreUnavailableException if the store did not confirm; the slot must not be scanned then
     */
    void markSlots(UUID envelope, Set<Integer> slots);

    /**
     * The marks that an earlier delivery left.
     *
     * @throws StoreUnavailableException if the store did not answer
     */
    Set<Integer> findMarks(UUID envelope);
}
