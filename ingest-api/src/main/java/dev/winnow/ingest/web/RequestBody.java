package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A request's whole body, as it came. Left by the body filter, found by the routes.
 *
 * @param bytes at most the cap of its route
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and a copy would cost every submit.
public record RequestBody(byte[] bytes) {
    static final String ATTRIBUTE = "dev.winnow.body";

    private static final RequestBody EMPTY = new RequestBody(new byte[0]);

    /** The body of this request; an empty one if it has none. */
    public static RequestBody bodyOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestBody body ? body : EMPTY;
    }
}
