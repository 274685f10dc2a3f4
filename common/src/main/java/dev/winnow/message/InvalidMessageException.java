package dev.winnow.message;

/** The exception for a submitted message with an invalid field; it names the field and the requirement. */
public final class InvalidMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String requirement;

    public InvalidMessageException(String field, String requirement) {
        super(field + " " + requirement);
        this.field = field;
        this.requirement = requirement;
    }

    /** The field's name in the API, for example {@code text}. */
    public String field() {
        return field;
    }

    /** The requirement of the field, as the end of a sentence that begins with the field's name. */
    public String requirement() {
        return requirement;
    }
}
