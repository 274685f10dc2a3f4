package dev.winnow.queue;

/** The exception for a queue that cannot be reached or did not answer in time; a later try may succeed. */
public final class QueueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
