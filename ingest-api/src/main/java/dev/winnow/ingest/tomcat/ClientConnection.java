package dev.winnow.ingest.tomcat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the client of a waiting request is still connected. A servlet cannot know while it neither reads nor writes, so this looks
 * through the container: a read that does not block finds the end of the stream.
 */
public final class ClientConnection {
    private static final String ATTRIBUTE = "dev.winnow.connection";

    private ClientConnection() {}

    /** Whether the client closed the connection. To be called by the request's own thread only. */
    public static boolean isClosed(HttpServletRequest request) {
        org.apache.coyote.Request container = connectionOf(request);
        return container != null && isClosed(container);
    }

    /** The container's request, if it was held. */
    static org.apache.coyote.@Nullable Request connectionOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof org.apache.coyote.Request container ? container : null;
    }

    /** The container's request, which must have been held. */
    public static org.apache.coyote.Request require(HttpServletRequest request) {
        org.apache.coyote.Request container = connectionOf(request);
        if (container == null) {
            throw new IllegalStateException("the container's request was not held; is the valve registered?");
        }
        return container;
    }

    /** Bytes that can be read after the whole body was read are the end of the stream, or a pipelined request, which browsers gave up on. */
    private static boolean isClosed(org.apache.coyote.Request coyote) {
        coyote.action(ActionCode.AVAILABLE, true);
        return coyote.getAvailable() > 0;
    }

    /** Leaves the container's request where {@link #isClosed} finds it. */
    public static void holdConnection(ServletRequest request, Request container) {
        request.setAttribute(ATTRIBUTE, container.getCoyoteRequest());
    }

    /** Holds the container's request for every request. */
    public static final class Valve extends ValveBase {
        public Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            holdConnection(request, request);
            getNext().invoke(request, response);
        }
    }
}
