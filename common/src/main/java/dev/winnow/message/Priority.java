package dev.winnow.message;

/** Which lane a message takes: somebody waits for {@link #LIVE} mail, nobody waits for {@link #BULK}. */
public enum Priority {
    LIVE,
    BULK
}
