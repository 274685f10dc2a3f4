package dev.winnow.store;

/** The exception for a store that cannot be reached, is overloaded or did not answer in time; a later try may succeed. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
