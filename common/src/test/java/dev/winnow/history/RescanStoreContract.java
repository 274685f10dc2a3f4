package dev.winnow.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link RescanStore}, with one subclass for each adapter. */
public abstract class RescanStoreContract {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** The store under test, which may hold rescans of other tests. */
    protected abstract RescanStore rescans();

    @Test
    void keepsARescanWithItsProgress() {
        StoredRescan first = rescan(now, Duration.ofDays(1));
        StoredRescan.Progress progress = new StoredRescan.Progress(20, 7, now, "page 2", 5);
        StoredRescan second = first.with("paused", "The queue is away.", progress, "process", now.plusSeconds(15));

        assertThat(rescans().saveRescan(first)).isTrue();
        assertThat(find(first.id())).containsExactly(first);
        assertThat(rescans().saveRescan(second)).isTrue();
        assertThat(find(first.id())).containsExactly(second);
    }

    @Test
    void savesNoChangeOfAnEarlierRevision() {
        StoredRescan first = rescan(now, Duration.ofDays(1));
        StoredRescan ours = first.with("paused", null, StoredRescan.Progress.NONE, "a", now);
        StoredRescan theirs = first.with("cancelled", null, StoredRescan.Progress.NONE, "b", now);
        rescans().saveRescan(first);
        rescans().saveRescan(theirs);

        assertThat(rescans().saveRescan(ours)).isFalse();
        assertThat(rescans().saveRescan(rescan(first.id()))).isFalse();
        assertThat(find(first.id())).containsExactly(theirs);
    }

    @Test
    void listsRescansThatHaveNotExpiredByTheirStart() {
        StoredRescan late = rescan(now, Duration.ofDays(1));
        StoredRescan early = rescan(now.minusSeconds(60), Duration.ofDays(1));
        StoredRescan expired = rescan(now.minusSeconds(90), Duration.ofSeconds(30));
        List.of(late, early, expired).forEach(rescans()::saveRescan);

        assertThat(rescans().listRescans()).containsSubsequence(early, late).doesNotContain(expired);
    }

    private List<StoredRescan> find(String id) {
        return rescans().listRescans().stream()
                .filter(rescan -> rescan.id().equals(id))
                .toList();
    }

    private StoredRescan rescan(Instant start, Duration lifetime) {
        return rescan(UUID.randomUUID().toString(), start, lifetime);
    }

    private StoredRescan rescan(String id) {
        return rescan(id, now, Duration.ofDays(1));
    }

    private StoredRescan rescan(String id, Instant start, Duration lifetime) {
        return new StoredRescan(
                id,
                1,
                now.minusSeconds(3_600),
                now,
                "late_fee",
                null,
                200,
                "running",
                start,
                start.plus(lifetime),
                null,
                StoredRescan.Progress.NONE,
                "a",
                now.plusSeconds(15));
    }
}
