package dev.winnow.fleet;

/** The work of a process. Any thread. */
public interface WorkActivity {
    /** The number of deliveries that were received since the start. */
    long receivedCount();

    /** Whether a delivery is worked on now. */
    boolean isBusy();
}
