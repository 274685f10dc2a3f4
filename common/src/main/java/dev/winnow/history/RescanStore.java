package dev.winnow.history;

import dev.winnow.store.StoreUnavailableException;
import java.util.List;

/**
 * Keeps rescans until they expire, so that a rescan goes on after a restart. Calls block; any thread. Every call throws {@link
 * StoreUnavailableException} if the store did not answer; a rescan may then have been saved.
 */
public interface RescanStore {
    /**
     * Saves a rescan if the store has the revision before it, or none for revision 1.
     *
     * @return false if the store has another revision; nothing was changed then
     */
    boolean saveRescan(StoredRescan rescan);

    /** Lists the rescans that have not expired, the oldest start first. */
    List<StoredRescan> listRescans();
}
