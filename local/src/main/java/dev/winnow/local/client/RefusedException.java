package dev.winnow.local.client;

/** The API answered with an error. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RefusedException(int status, String detail) {
        super("the server answered " + status + ": " + detail);
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }
}
