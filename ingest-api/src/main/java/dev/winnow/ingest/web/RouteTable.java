package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.web.Route.Access;
import dev.winnow.ingest.web.Route.Body;
import dev.winnow.ingest.web.Route.Errors;
import dev.winnow.ingest.web.Route.Media;
import dev.winnow.ingest.web.Route.Pool;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of all routes: the one place that names methods and paths for the steps of the pipeline. Any thread. */
public final class RouteTable {
    /** The path of the hot route, before Spring MVC, and of the reading of many messages. */
    public static final String MESSAGES = "/v1/messages";

    static final List<Route> ROUTES = List.of(
            new Route("POST", MESSAGES, Access.SUBMIT, Body.SINGLE),
            new Route("GET", MESSAGES, Access.SUBMIT, Body.SINGLE),
            new Route("POST", "/v1/messages/batch", Access.SUBMIT, Body.BATCH),
            new Route("GET", "/v1/messages/{id}", Access.SUBMIT, Body.SINGLE),
            new Route("POST", "/v1/messages/{id}/feedback", Access.SUBMIT, Body.SINGLE),
            new Route("POST", "/v1/reports", Access.SUBMIT, Body.BATCH),
            new Route(
                    "POST",
                    "/v1/compat/forwarder",
                    Access.SUBMIT_BY_QUERY,
                    Body.CUT,
                    Pool.SUBMITTING,
                    Errors.PROBLEM,
                    Media.IGNORED),
            Route.ofApple("/v1/apple/message-filter", Errors.NO_ACTION),
            Route.ofApple("/v1/apple/{token}/message-filter", Errors.NO_ACTION),
            Route.ofApple("/v1/apple/report", Errors.PROBLEM),
            Route.ofApple("/v1/apple/{token}/report", Errors.PROBLEM),
            new Route("GET", "/v1/privacy", Access.SUBMIT, Body.SINGLE),
            new Route("POST", "/v1/webhook-endpoints", Access.MANAGE, Body.SINGLE),
            new Route("GET", "/v1/webhook-endpoints", Access.MANAGE, Body.SINGLE),
            new Route("DELETE", "/v1/webhook-endpoints/{id}", Access.MANAGE, Body.SINGLE),
            new Route("POST", "/v1/webhook-endpoints/{id}/rotate-secret", Access.MANAGE, Body.SINGLE),
            new Route("GET", "/v1/webhook-endpoints/{id}/attempts", Access.MANAGE, Body.SINGLE),
            new Route("POST", "/v1/webhook-endpoints/{id}/replay", Access.MANAGE, Body.SINGLE),
            new Route("POST", "/v1/webhook-endpoints/{id}/ping", Access.MANAGE, Body.SINGLE),
            Route.ofPage("/.well-known/apple-app-site-association", Media.IGNORED),
            Route.ofPage("/", Media.DECLARED),
            Route.ofPage("/openapi.yaml", Media.DECLARED),
            Route.ofPage("/livez", Media.DECLARED),
            Route.ofPage("/readyz", Media.DECLARED));

    private static final Route UNKNOWN = new Route("GET", "/**", Access.SUBMIT, Body.SINGLE).withoutMethod("GET");
    private static final Match HOT = new Match(ROUTES.getFirst(), Set.of("GET", "HEAD", "OPTIONS", "POST"));

    private final Supplier<List<Row>> rows;

    /**
     * Reads the mappings when the first request comes. A mapping without a row, as tests and benches add them, is treated like a route
     * for one message.
     *
     * @param mappings of Spring MVC
     */
    public RouteTable(Supplier<Stream<RequestMappingInfoHandlerMapping>> mappings) {
        this.rows = SingletonSupplier.of(() -> Stream.concat(ROUTES.stream(), listOthers(mappings.get()))
                .map(route -> new Row(PathPatternParser.defaultInstance.parse(route.path()), route))
                .sorted(Comparator.comparing(Row::pattern))
                .toList());
    }

    private record Row(PathPattern pattern, Route route) {}

    /**
     * The route of one request.
     *
     * @param route its treatment
     * @param methods the methods of its path, in order, {@code HEAD} and {@code OPTIONS} included; empty when no route has this path
     */
    record Match(Route route, Set<String> methods) {
        boolean isListed() {
            return !methods.isEmpty();
        }
    }

    /**
     * Finds the route of a request.
     *
     * @throws ProblemException 400 if the path cannot be decoded
     */
    Match findRoute(HttpServletRequest request) {
        return request instanceof HotRequest ? HOT : findRoute(request.getMethod(), parsePath(request));
    }

    private Match findRoute(String method, PathContainer path) {
        @Nullable PathPattern best = null;
        List<Route> routes = new ArrayList<>();
        for (Row row : rows.get()) {
            if (best == null ? row.pattern().matches(path) : row.pattern().equals(best)) {
                best = row.pattern();
                routes.add(row.route());
            }
        }
        if (routes.isEmpty()) {
            return new Match(UNKNOWN, Set.of());
        }
        String served = method.equals("HEAD") ? "GET" : method;
        Route route = routes.stream()
                .filter(each -> each.method().equals(served))
                .findFirst()
                .orElseGet(() -> routes.getFirst().withoutMethod(method));
        return new Match(route, listMethods(routes));
    }

    private static Set<String> listMethods(List<Route> routes) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        routes.forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /**
     * Whether the path of a request is this one, in any letter case, once its segments are decoded and their parameters left out. Dots and
     * empty segments stay as they are for every route; the container removes them from its own paths.
     */
    static boolean isPath(String path, HttpServletRequest request) {
        try {
            return parsePath(request).elements().stream()
                    .map(element -> element instanceof PathContainer.PathSegment segment
                            ? segment.valueToMatch()
                            : element.value())
                    .collect(Collectors.joining())
                    .equalsIgnoreCase(path);
        } catch (ProblemException malformed) {
            return false;
        }
    }

    /** The container leaves parameters of path segments undecoded, so that they are found malformed only here. */
    private static PathContainer parsePath(HttpServletRequest request) {
        try {
            return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                    .pathWithinApplication();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The address is not validly encoded.");
        }
    }

    private static Stream<Route> listOthers(Stream<RequestMappingInfoHandlerMapping> mappings) {
        return mappings.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(RouteTable::listMapped)
                .filter(mapped -> ROUTES.stream().noneMatch(route -> isSame(route, mapped)));
    }

    private static boolean isSame(Route one, Route other) {
        return one.method().equals(other.method()) && one.path().equals(other.path());
    }

    /** The routes of one mapping of Spring MVC. */
    static Stream<Route> listMapped(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path, Access.SUBMIT, Body.SINGLE)));
    }
}
