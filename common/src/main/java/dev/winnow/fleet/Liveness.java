package dev.winnow.fleet;

/** A part of a process that receives work. Any thread. */
public interface Liveness {
    /** Whether it can still receive; false for a part that only a new start of the process can mend. */
    boolean isReceiving();
}
