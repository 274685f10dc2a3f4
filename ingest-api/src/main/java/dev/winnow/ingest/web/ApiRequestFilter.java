package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/** Finds the route of every request and starts its clock, for the steps that follow. */
final class ApiRequestFilter implements Filter {
    private final RouteTable routes;
    private final Duration timeout;

    ApiRequestFilter(RouteTable routes, Duration timeout) {
        this.routes = routes;
        this.timeout = timeout;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        ApiRequest.begin(http, routes.findRoute(http), timeout);
        chain.doFilter(request, response);
    }
}
