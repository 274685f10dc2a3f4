package dev.winnow.fleet;

import java.util.Optional;

/** A part of a process that may have to wait before it can work. Any thread. */
public interface Readiness {
    /** The reason for waiting and the remedy, as a sentence; empty while the part works. */
    Optional<String> findWait();
}
