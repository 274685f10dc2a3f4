package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The last step before Spring MVC: answers paths that are not served and methods that a path does not have, as Spring MVC does not know the
 * route before it and takes the longer path of one route for an id of another.
 */
final class RouteFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Set<String> methods = ApiRequest.of(request).match().methods();
        if (methods.isEmpty()) {
            throw new ProblemException(notListed());
        }
        String allowed = String.join(", ", methods);
        if (!methods.contains(http.getMethod())) {
            throw new ProblemException(
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The header 'Allow' lists the methods of this path.")
                            .withHeader("Allow", allowed));
        }
        if (http.getMethod().equals("OPTIONS")) {
            ((HttpServletResponse) response).setHeader("Allow", allowed);
            response.setContentLength(0);
            return;
        }
        takeBodyFromContainer(http);
        PlainRequest plain = new PlainRequest(http);
        JsonRequest.requireUtf8(plain.getContentType(), http);
        chain.doFilter(plain, response);
    }

    static Problem notListed() {
        return Problem.of(ProblemType.NOT_FOUND, "The request does not fit any route; /openapi.yaml lists them.");
    }

    /** The container would look for form fields in the body, which is read already. */
    private static void takeBodyFromContainer(HttpServletRequest request) throws IOException {
        var _ = request.getInputStream();
    }
}
