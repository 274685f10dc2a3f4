package dev.winnow.fleet;

/** A part of a process that receives work. Any thread. */
public interface Liveness {
    /** Whether the part can still receive; after false only a new start of the process helps. */
    boolean isReceiving();
}
