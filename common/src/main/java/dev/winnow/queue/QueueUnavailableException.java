package dev.winnow.queue;

/** The queue cannot be reached or did not answer in time; trying again later helps. */
public final class QueueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
