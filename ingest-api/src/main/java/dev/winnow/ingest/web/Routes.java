package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All paths that are served and their methods, with the route before Spring MVC. Any thread. */
public final class Routes {
    private final Supplier<List<Route>> routes;

    /**
     * Reads the mappings when the first request asks for them.
     *
     * @param mappings of Spring MVC
     * @param hotPath where {@code POST} is served before Spring MVC
     */
    public Routes(Supplier<Stream<RequestMappingInfoHandlerMapping>> mappings, String hotPath) {
        this.routes = SingletonSupplier.of(() -> {
            List<Route> all = new ArrayList<>();
            all.add(new Route(PathPatternParser.defaultInstance.parse(hotPath), Set.of("POST")));
            mappings.get()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(Routes::read)
                    .forEach(all::add);
            return List.copyOf(all);
        });
    }

    private record Route(PathPattern pattern, Set<String> methods) {}

    private static Stream<Route> read(RequestMappingInfo mapping) {
        Set<String> methods = new TreeSet<>();
        mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        return mapping.getPathPatternsCondition() == null
                ? Stream.of()
                : mapping.getPathPatternsCondition().getPatterns().stream()
                        .map(pattern -> new Route(pattern, Set.copyOf(methods)));
    }

    /** Whether a route serves the path of this request. */
    boolean isListed(HttpServletRequest request) {
        return !methods(request).isEmpty();
    }

    /** The methods of the path of this request, in order, {@code HEAD} and {@code OPTIONS} included; empty when it is not listed. */
    Collection<String> methods(HttpServletRequest request) {
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        @Nullable PathPattern best = null;
        Set<String> methods = new TreeSet<>();
        for (Route route : routes.get()) {
            if (route.pattern().matches(path)) {
                int order = best == null ? -1 : route.pattern().compareTo(best);
                if (order < 0) {
                    best = route.pattern();
                    methods.clear();
                }
                if (order <= 0) {
                    methods.addAll(route.methods());
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (best != null) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    static Problem notListed() {
        return Problem.of(ProblemType.NOT_FOUND, "The request does not fit any route; /openapi.yaml lists them.");
    }
}
