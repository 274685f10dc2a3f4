package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The paths that iOS calls without any credential. */
public final class ApplePaths {
    public static final String PREFIX = "/v1/apple/";

    /** The path of apps without a token; a token stands between the prefix and the last part. */
    public static final String FILTER = PREFIX + "message-filter";

    public static final String REPORT = PREFIX + "report";

    /** A string, not bytes: the container may change an array that it is given. */
    private static final String NO_ACTION =
            "{\"_version\":1,\"action\":0,\"actionName\":\"none\",\"subAction\":0,\"subActionName\":\"none\"}";

    private ApplePaths() {}

    static void writeNoAction(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        byte[] body = NO_ACTION.getBytes(StandardCharsets.US_ASCII);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
