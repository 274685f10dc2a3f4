package dev.winnow.fleet;

/** The work of a process, as a supervisor sees it. Any thread. */
public interface WorkActivity {
    /** How many deliveries were received since the start. */
    long receivedCount();

    /** Whether a delivery is worked on now. */
    boolean isBusy();
}
