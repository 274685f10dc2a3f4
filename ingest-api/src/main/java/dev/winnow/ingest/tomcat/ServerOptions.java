package dev.winnow.ingest.tomcat;

import java.io.IOException;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** {@code OPTIONS *}, which asks about the server as a whole. The container's own answer lists methods that no route has. */
final class ServerOptions {
    private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, POST";

    private ServerOptions() {}

    static boolean isAsked(Request request) {
        return request.requestURI().equals("*") && request.getMethod().equals("OPTIONS");
    }

    static void answer(Response response) throws IOException {
        if (response.getStatus() >= 400) {
            BareRequest.refuse(response);
            return;
        }
        response.getMimeHeaders().addValue("Allow").setString(METHODS);
        response.setContentLength(0);
    }
}
