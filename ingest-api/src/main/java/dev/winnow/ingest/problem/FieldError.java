package dev.winnow.ingest.problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * One error in a request body.
 *
 * @param pointer the place, as a JSON pointer (RFC 6901); empty for the whole body
 * @param detail the requirement that is not met
 */
public record FieldError(String pointer, String detail) {
    /** The place of a syntax error. Never the parser's own words, which quote the body. */
    public static FieldError ofSyntaxError(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new FieldError("", "is not valid JSON in UTF-8" + place);
    }
}
