package dev.winnow.webhook;

/** The exception for an address that gets no webhooks; its message is for the owner of the address. */
public final class ForbiddenUrlException extends Exception {
    private static final long serialVersionUID = 1L;

    public ForbiddenUrlException(String message) {
        super(message);
    }
}
