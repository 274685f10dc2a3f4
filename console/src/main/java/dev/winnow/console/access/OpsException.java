package dev.winnow.console.access;

import java.util.Locale;
import java.util.function.Supplier;
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

    public static OpsException conflict(String detail) {
        return new OpsException(HttpStatus.CONFLICT, detail);
    }

    /** Runs an action; a wrong value is refused with 400, an action that the present state forbids with 409. */
    public static <T> T answer(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(toSentence(e));
        } catch (IllegalStateException e) {
            throw conflict(toSentence(e));
        }
    }

    private static String toSentence(RuntimeException e) {
        String text = String.valueOf(e.getMessage());
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    public HttpStatus status() {
        return status;
    }

    /** The sentence for the operator. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
