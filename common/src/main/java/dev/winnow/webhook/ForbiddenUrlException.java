package dev.winnow.webhook;

/** An address that no callback goes to; the message says why, to its owner. */
public final class ForbiddenUrlException extends Exception {
    private static final long serialVersionUID = 1L;

    public ForbiddenUrlException(String message) {
        super(message);
    }
}
