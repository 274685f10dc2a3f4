package dev.winnow.audit;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** An audit log for tests. Any thread. */
public final class InMemoryAuditLog implements AuditLog {
    private final NavigableMap<String, AuditEntry> entries = new ConcurrentSkipListMap<>();

    @Override
    public void appendEntry(AuditEntry entry) {
        if (entries.putIfAbsent(entry.id(), entry) != null) {
            throw new IllegalStateException("the audit log has an entry " + entry.id());
        }
    }

    @Override
    public List<AuditEntry> listEntries(@Nullable String before, int limit) {
        return (before == null ? entries : entries.headMap(before, false))
                .descendingMap().values().stream().limit(limit).toList();
    }
}
