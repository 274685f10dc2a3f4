package dev.winnow.publication;

/** What is published cannot be reached; trying again later helps. */
public final class PublicationUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublicationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
