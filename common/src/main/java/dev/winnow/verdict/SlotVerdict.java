package dev.winnow.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one slot of an envelope.
 *
 * @param verdict how the message ended
 * @param clientRef the client's own name for the message; null when it gave none
 * @param acceptedAt when the API took the message in, by the API task's clock, in milliseconds
 * @param rescan the later scan that replaced the envelope's for this slot; null when the first outcome stands
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
