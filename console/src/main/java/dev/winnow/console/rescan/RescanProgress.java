package dev.winnow.console.rescan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.history.StoredRescan;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rescan as operators see it.
 *
 * @param id the name of the rescan
 * @param state whether it goes on
 * @param read the messages of the history that were looked at
 * @param sent the messages that were sent to the bulk lane
 * @param upTo the time of the last one that was looked at; null before the first one
 * @param expiresAt the time at which the rescan ends, finished or not, and is forgotten
 * @param failure the reason of an early end; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RescanProgress(
        String id,
        Instant from,
        Instant to,
        @Nullable String rule,
        @Nullable String verdict,
        String state,
        long read,
        long sent,
        @Nullable Instant upTo,
        Instant startedAt,
        Instant expiresAt,
        @Nullable String failure) {

    static RescanProgress of(StoredRescan rescan) {
        StoredRescan.Progress progress = rescan.progress();
        return new RescanProgress(
                rescan.id(),
                rescan.from(),
                rescan.to(),
                rescan.rule(),
                rescan.verdict(),
                rescan.state(),
                progress.read(),
                progress.sent(),
                progress.upTo(),
                rescan.startedAt(),
                rescan.expiresAt(),
                rescan.failure());
    }

    /** The states of a rescan. */
    enum State {
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED,
        FAILED;

        static State of(StoredRescan rescan) {
            return valueOf(rescan.state().toUpperCase(Locale.ROOT));
        }

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return this != RUNNING && this != PAUSED;
        }
    }
}
