package dev.winnow.audit;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the actions of operators. Entries are added and never changed. Calls block; any thread. Every call throws {@link
 * StoreUnavailableException} if the store did not answer; an entry may then have been added.
 */
public interface AuditLog {
    /** The time for which entries are kept. */
    Duration RETENTION = Duration.ofDays(400);

    /**
     * Adds an entry.
     *
     * @throws IllegalStateException if there is an entry of this id
     */
    void appendEntry(AuditEntry entry);

    /**
     * Reads a page of entries, newest first.
     *
     * @param before the id after which, in this order, the page begins; null for the newest entries
     * @param limit the most entries, at least 1
     */
    List<AuditEntry> listEntries(@Nullable String before, int limit);
}
