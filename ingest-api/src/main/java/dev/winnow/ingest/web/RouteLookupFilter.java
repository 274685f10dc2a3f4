package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Finds the route of every request, for the steps that follow. */
final class RouteLookupFilter implements Filter {
    private final RouteTable routes;

    RouteLookupFilter(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        routes.findRoute((HttpServletRequest) request);
        chain.doFilter(request, response);
    }
}
