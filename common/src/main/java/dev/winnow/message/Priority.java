package dev.winnow.message;

/** The lane of a message: {@link #LIVE} for messages that a person waits for, {@link #BULK} for all others. */
public enum Priority {
    LIVE,
    BULK
}
