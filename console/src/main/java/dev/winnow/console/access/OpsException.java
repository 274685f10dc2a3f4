package dev.winnow.console.access;

import org.springframework.http.HttpStatus;

/** The exception for a request that is refused, with a sentence for the operator. */
public final class OpsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public OpsException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    public static OpsException notFound(String detail) {
        return new OpsException(HttpStatus.NOT_FOUND, detail);
    }

    public static OpsException badRequest(String detail) {
        return new OpsException(HttpStatus.BAD_REQUEST, detail);
    }

    public HttpStatus status() {
        return status;
    }

    /** The sentence for the operator. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
