package dev.winnow.message;

/** A submitted message has a field outside its range; says which one and what it must be. */
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

    /** What the field must be, as the end of a sentence that begins with its name. */
    public String requirement() {
        return requirement;
    }
}
