package dev.winnow.local.server;

import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closes parts that depend on each other. */
final class PartsCloser {
    private PartsCloser() {}

    /**
     * Closes every part, the last one opened first, even if others fail.
     *
     * @param parts is empty afterwards
     * @return the first error, which holds the later ones as suppressed
     */
    static Optional<Throwable> closeAll(Deque<AutoCloseable> parts) {
        @Nullable Throwable first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return Optional.ofNullable(first);
    }
}
