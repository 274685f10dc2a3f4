package dev.winnow.lab.command;

/** Hears how far a long computation is; several threads may call it. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = (_, _) -> {};

    /**
     * Some of the work is done.
     *
     * @param done 0 to {@code all}
     */
    void reportProgress(int done, int all);
}
