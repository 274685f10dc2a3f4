package dev.winnow.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one slot of an envelope.
 *
 * @param verdict how the message ended
 * @param clientRef the client's own name for the message; null when it gave none
 * @param acceptedAt when the API took the message in, by the API task's clock, in milliseconds
 */
public record SlotVerdict(Verdict verdict, @Nullable String clientRef, Instant acceptedAt) {}
