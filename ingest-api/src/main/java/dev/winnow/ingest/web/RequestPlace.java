package dev.winnow.ingest.web;

import jakarta.servlet.ServletRequest;

/** The place that a request runs in. A route that goes on to wait for a verdict gives it back first: waiting costs nothing. */
public final class RequestPlace {
    private static final String ATTRIBUTE = "dev.winnow.place";

    private RequestPlace() {}

    static void holdPlace(ServletRequest request, ThrottleBacklog.Place place) {
        request.setAttribute(ATTRIBUTE, place);
    }

    /** Gives the place back before the request has ended. */
    public static void releasePlace(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ThrottleBacklog.Place place) {
            place.close();
        }
    }
}
