package dev.winnow.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in requests of the operator API that bring a key; they have no session. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final OperatorKeys keys;

    BearerFilter(OperatorKeys keys) {
        this.keys = keys;
    }

    static boolean hasKey(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.startsWith(SCHEME)
                && request.getRequestURI().startsWith(AccessConfiguration.API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (hasKey(request)) {
            Optional<Operator> holder = keys.find(request.getHeader("Authorization")
                    .substring(SCHEME.length())
                    .strip());
            SecurityContextHolder.clearContext();
            holder.ifPresent(operator ->
                    SecurityContextHolder.getContext().setAuthentication(new OperatorAuthentication(operator)));
        }
        chain.doFilter(request, response);
    }
}
