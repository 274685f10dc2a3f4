package dev.winnow.console.audit;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import dev.winnow.console.access.Operator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the audit log for operators. Calls block; any thread. */
public final class AuditTrail {
    /** The most entries of a page. */
    public static final int MAX_PAGE = 100;

    private static final int RECENT_PAGES = 5;

    private final AuditLog log;
    private final Clock clock;

    public AuditTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records an action before it is done, so that no action is without an entry.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the entry was not saved; the action must not be done then
     */
    public void record(Operator by, String action, String target, String detail) {
        log.appendEntry(
                AuditEntry.of(clock.instant(), by.name(), by.role().token(), by.channel(), action, target, detail));
    }

    /** Finds the actions on a target among the last 500 entries, newest first. */
    public List<AuditEntry> findRecent(String target) {
        List<AuditEntry> found = new ArrayList<>();
        String before = null;
        for (int page = 0; page < RECENT_PAGES; page++) {
            List<AuditEntry> entries = log.listEntries(before, MAX_PAGE);
            entries.stream().filter(entry -> entry.target().equals(target)).forEach(found::add);
            if (entries.size() < MAX_PAGE) {
                break;
            }
            before = entries.getLast().id();
        }
        return found;
    }

    /** Reads a page, newest first. */
    public List<AuditEntry> list(@Nullable String before, int limit) {
        return log.listEntries(before, Math.clamp(limit, 1, MAX_PAGE));
    }
}
