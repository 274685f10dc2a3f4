package dev.winnow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link AuditLog}, with one subclass for each adapter. */
public abstract class AuditLogContract {
    private final String target = UUID.randomUUID().toString();

    /** The log under test, which may hold entries of other tests. */
    protected abstract AuditLog audit();

    @Test
    void listsEntriesOfSeveralMonthsNewestFirst() {
        Instant now = Instant.now();
        AuditEntry old = entry(now.minus(Duration.ofDays(70)), "create key");
        AuditEntry middle = entry(now.minus(Duration.ofDays(35)), "revoke key");
        AuditEntry young = entry(now, "redrive dead letter");
        List.of(middle, young, old).forEach(audit()::appendEntry);

        assertThat(mine(audit().listEntries(null, 100))).containsExactly(young, middle, old);
    }

    @Test
    void continuesAPageAfterItsLastEntry() {
        Instant now = Instant.now().minus(Duration.ofDays(1));
        AuditEntry first = entry(now, "a");
        AuditEntry second = entry(now.plusMillis(1), "b");
        AuditEntry third = entry(now.plusMillis(2), "c");
        List.of(first, second, third).forEach(audit()::appendEntry);

        assertThat(audit().listEntries(third.id(), 1)).containsExactly(second);
        assertThat(mine(audit().listEntries(second.id(), 100))).containsExactly(first);
    }

    @Test
    void changesNoEntry() {
        AuditEntry entry = entry(Instant.now(), "disable tenant");
        audit().appendEntry(entry);
        AuditEntry forged =
                new AuditEntry(entry.id(), entry.at(), "mallory", "viewer", "page", "nothing", entry.target(), "");

        assertThatThrownBy(() -> audit().appendEntry(forged)).isInstanceOf(IllegalStateException.class);
        assertThat(mine(audit().listEntries(null, 100))).containsExactly(entry);
    }

    private AuditEntry entry(Instant at, String action) {
        return AuditEntry.of(at, "jo", "operator", "page", action, target, "by the test");
    }

    private List<AuditEntry> mine(List<AuditEntry> entries) {
        return entries.stream().filter(entry -> entry.target().equals(target)).toList();
    }
}
