package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * Runs many filters as one, in this order. The container would match every registered filter with the path of every request; these
 * filters match always.
 */
public final class FilterPipeline implements Filter {
    private final Filter[] steps;

    FilterPipeline(Filter... steps) {
        this.steps = steps.clone();
    }

    /** These steps and one more, the last. */
    FilterPipeline endingWith(Filter last) {
        Filter[] all = Arrays.copyOf(steps, steps.length + 1);
        all[steps.length] = last;
        return new FilterPipeline(all);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        new Steps(chain).doFilter(request, response);
    }

    /** The progress of one request. */
    private final class Steps implements FilterChain {
        private final FilterChain rest;
        private int next;

        Steps(FilterChain rest) {
            this.rest = rest;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
            if (next == steps.length) {
                rest.doFilter(request, response);
            } else {
                steps[next++].doFilter(request, response, this);
            }
        }
    }
}
