package dev.winnow.ingest.web;

import dev.winnow.tenant.TenantDirectory.Credential;
import jakarta.servlet.http.HttpServletRequest;

/** The tenant and key of a request: set by the authentication filter, read by the routes. */
public final class RequestCredential {
    static final String ATTRIBUTE = "dev.winnow.credential";

    private RequestCredential() {}

    /**
     * The tenant and key of an authenticated request.
     *
     * @throws ProblemException 401 if it carries none
     */
    public static Credential credentialOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Credential credential) {
            return credential;
        }
        throw new ProblemException(AuthenticationFilter.unauthenticatedProblem());
    }
}
