package dev.winnow.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one slot of an envelope.
 *
 * @param verdict the outcome for the message
 * @param clientRef the client's own name for the message; null if it gave none
 * @param acceptedAt the time at which the API accepted the message, by the API task's clock, in milliseconds
 * @param rescan the later scan that replaced the first outcome of this slot; null while the first outcome stands
 */
public record SlotVerdict(
        Verdict verdict,
        @Nullable String clientRef,
        Instant acceptedAt,
        @Nullable Scan rescan) {

    /** A first outcome. */
    public SlotVerdict(Verdict verdict, @Nullable String clientRef, Instant acceptedAt) {
        this(verdict, clientRef, acceptedAt, null);
    }
}
