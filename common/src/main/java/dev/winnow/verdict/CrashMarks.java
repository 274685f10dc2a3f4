package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Set;
import java.util.UUID;

/**
 * Marks the slots of a suspicious envelope before each scan, so that the next delivery after a crash knows the text that caused it. Calls
 * block; any thread.
 */
public interface CrashMarks {
    /**
     * Replaces the marks of an envelope.
     *
     * @param slots the slots that are known to be bad and the slot of the next scan; empty to delete the marks
     * @throws StoreUnavailableException if the store did not confirm; the slot must not be scanned then
     */
    void markSlots(UUID envelope, Set<Integer> slots);

    /**
     * Reads the marks that an earlier delivery left.
     *
     * @throws StoreUnavailableException if the store did not answer
     */
    Set<Integer> findMarks(UUID envelope);
}
