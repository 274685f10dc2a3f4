package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer of the iOS filter for a failure: no action, so that the phone shows the message. */
final class NoAction {
    /** A string, not bytes: the container may change an array that it is given. */
    private static final String BODY =
            "{\"_version\":1,\"action\":0,\"actionName\":\"none\",\"subAction\":0,\"subActionName\":\"none\"}";

    private NoAction() {}

    static void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        byte[] bytes = BODY.getBytes(StandardCharsets.US_ASCII);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
