package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantDirectory.Credential;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requires an API key ({@code Authorization: Bearer}, RFC 6750) on all but the few public paths. A route that reads
 * {@link ApiRequest#credential} answers 401 without one, so that a gap in this filter opens nothing.
 */
final class AuthenticationFilter implements Filter {
    private static final String SCHEME = "Bearer ";
    private static final String KEY = "key=";

    private final TenantDirectory tenants;

    AuthenticationFilter(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        ApiRequest api = ApiRequest.of(request);
        RouteTable.Match match = api.match();
        Scope scope = match.route().access().scope();
        if (scope != null) {
            Credential credential = keyOf(http, match.route().access())
                    .flatMap(tenants::authenticateKey)
                    .orElseThrow(() -> refusal(unauthenticatedProblem(), match));
            requireScope(scope, credential, match);
            api.setCredential(credential);
        }
        chain.doFilter(request, response);
    }

    static Problem unauthenticatedProblem() {
        return Problem.of(
                        ProblemType.UNAUTHENTICATED,
                        "Send the header 'Authorization: Bearer <api key>' with a key of this installation.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    private static void requireScope(Scope needed, Credential credential, RouteTable.Match match) {
        if (!credential.key().scopes().contains(needed)) {
            throw refusal(
                    Problem.of(ProblemType.FORBIDDEN, "This takes a key with the scope '" + needed.token() + "'."),
                    match);
        }
    }

    /** The answer to a refused client: 404 for a path that is not served, with or without a key. */
    private static ProblemException refusal(Problem problem, RouteTable.Match match) {
        return new ProblemException(match.isListed() ? problem : RouteFilter.notListed());
    }

    /** Some gateways send no header of their own, or a token of their own making; on their route the address may name the key. */
    private static Optional<String> keyOf(HttpServletRequest request, Route.Access access) {
        String authorization = request.getHeader("Authorization");
        return access == Route.Access.SUBMIT_BY_QUERY
                ? keyInQuery(request.getQueryString()).or(() -> parseKey(authorization))
                : parseKey(authorization);
    }

    /** Not by the container's parameters, which would read a form in the body as well. */
    private static Optional<String> keyInQuery(@Nullable String query) {
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> parameter.startsWith(KEY))
                        .map(parameter -> parameter.substring(KEY.length()))
                        .findFirst();
    }

    private static Optional<String> parseKey(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip());
    }
}
