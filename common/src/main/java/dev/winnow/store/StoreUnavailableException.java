package dev.winnow.store;

/** The verdict store cannot be reached, is overloaded or did not answer in time; trying again later helps. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
