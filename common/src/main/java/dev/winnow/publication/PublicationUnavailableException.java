package dev.winnow.publication;

/** The exception for a published document that cannot be reached; a later try may succeed. */
public final class PublicationUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublicationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
