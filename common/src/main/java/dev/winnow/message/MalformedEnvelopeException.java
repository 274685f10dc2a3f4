package dev.winnow.message;

/** The exception for a body from the queue that is no envelope of a known version. Another delivery does not help. */
public final class MalformedEnvelopeException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedEnvelopeException(String message) {
        super(message);
    }

    public MalformedEnvelopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
