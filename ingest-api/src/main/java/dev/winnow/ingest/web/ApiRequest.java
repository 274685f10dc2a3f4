package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.tomcat.ClientConnection;
import dev.winnow.message.TraceParent;
import dev.winnow.tenant.TenantDirectory.Credential;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API: the credential, body, deadline, trace, preference and place that the steps of the pipeline have found for its
 * route. Controllers take it as an argument. The thread of the request; {@link #timeLeft} any thread.
 */
public final class ApiRequest {
    private static final String ATTRIBUTE = "dev.winnow.request";
    private static final byte[] NO_BODY = {};

    private final HttpServletRequest request;
    private final RouteTable.Match match;
    private final long deadline;
    private @Nullable Credential credential;
    private byte @Nullable [] body;
    private ThrottleBacklog.@Nullable Place place;

    private ApiRequest(HttpServletRequest request, RouteTable.Match match, Duration timeout) {
        this.request = request;
        this.match = match;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Begins a request, with this time to answer it. */
    static void begin(HttpServletRequest request, RouteTable.Match match, Duration timeout) {
        request.setAttribute(ATTRIBUTE, new ApiRequest(request, match, timeout));
    }

    /** The request of the API that was begun for a request of the container; empty before that. */
    static Optional<ApiRequest> find(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ApiRequest found ? Optional.of(found) : Optional.empty();
    }

    /** The request of the API that was begun for a request of the container. */
    public static ApiRequest of(ServletRequest request) {
        return find(request)
                .orElseThrow(() -> new IllegalStateException("the request was not begun; is its filter registered?"));
    }

    RouteTable.Match match() {
        return match;
    }

    Route route() {
        return match.route();
    }

    void setCredential(Credential found) {
        credential = found;
    }

    void setBody(byte[] read) {
        body = read;
    }

    boolean isBodyRead() {
        return body != null;
    }

    void holdPlace(ThrottleBacklog.Place taken) {
        place = taken;
    }

    /**
     * The tenant and key of the request.
     *
     * @throws ProblemException 401 if it carries none
     */
    public Credential credential() {
        if (credential == null) {
            throw new ProblemException(AuthenticationFilter.unauthenticatedProblem());
        }
        return credential;
    }

    /**
     * The id of the tenant.
     *
     * @throws ProblemException 401 if the request carries no key
     */
    public String tenant() {
        return credential().tenant().id();
    }

    /** The whole body, at most the cap of its route; empty if there is none. Not to be changed. */
    public byte[] body() {
        return body == null ? NO_BODY : body;
    }

    /** The time that the request may still take; zero when it is over. Each blocking step asks for it, and gives up with 504. */
    public Duration timeLeft() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** The trace that the client follows the request by; null if it named none that is valid. */
    public @Nullable TraceParent trace() {
        return TraceParent.parseHeader(request.getHeader(TraceParent.HEADER)).orElse(null);
    }

    /** The time that the client is willing to wait for a verdict; zero if it named none. */
    public Duration preferredWait() {
        return Preference.readWait(request);
    }

    /** The value of a header; null if there is none. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** The address of the client before our own proxies. */
    public String clientAddress(int trustedProxies) {
        return ClientAddress.addressOf(request, trustedProxies);
    }

    /** Gives back the place that the request runs in: a route that goes on to wait for a verdict needs none. */
    public void releasePlace() {
        if (place != null) {
            place.close();
        }
    }

    /** Whether the client closed the connection. */
    public boolean isAbandoned() {
        return ClientConnection.isClosed(request);
    }
}
