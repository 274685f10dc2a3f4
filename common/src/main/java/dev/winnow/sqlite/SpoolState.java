package dev.winnow.sqlite;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes that wait in the spool; of a longer backlog only the first 20,000 envelopes are counted.
 *
 * @param live the number of messages in envelopes of the live lane
 * @param bulk the number of messages in envelopes of the bulk lane
 * @param oldest the time at which the oldest envelope was opened; null if none waits
 */
public record SpoolState(long live, long bulk, @Nullable Instant oldest) {}
