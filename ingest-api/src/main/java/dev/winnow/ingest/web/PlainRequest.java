package dev.winnow.ingest.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A request as Spring MVC may see it. Routes take the body from {@link ApiRequest}, so it is empty here. Spring MVC fails with an
 * error of its own for some of the media types that clients send, so these are read here. It also takes the end of an address for the name of
 * a file, and would send {@code Content-Disposition} with a safer name; it looks first at the address before a forward.
 */
final class PlainRequest extends HttpServletRequestWrapper {
    private static final String ACCEPT = "Accept";
    private static final String TYPE = "Content-Type";

    /** A media type that no route answers with. */
    private static final String NOTHING = "application/x-nothing";

    private final @Nullable String type;
    private final @Nullable String accept;

    PlainRequest(HttpServletRequest request) {
        super(request);
        boolean anyType = ApiRequest.of(request).route().media() == Route.Media.IGNORED;
        this.type = anyType || !request.getMethod().equals("POST") ? null : typeOf(request.getContentType());
        this.accept = anyType ? MediaType.APPLICATION_JSON_VALUE : acceptOf(request);
    }

    private static @Nullable String typeOf(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return JsonRequest.isJson(given) ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    private static @Nullable String acceptOf(HttpServletRequest request) {
        return AcceptHeader.of(request)
                .map(ranges -> ranges.isEmpty() ? NOTHING : MediaType.toString(ranges))
                .orElse(null);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return name.equals(RequestDispatcher.FORWARD_REQUEST_URI) ? "/" : super.getAttribute(name);
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase(TYPE)) {
            return type;
        }
        return name.equalsIgnoreCase(ACCEPT) ? accept : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!name.equalsIgnoreCase(TYPE) && !name.equalsIgnoreCase(ACCEPT)) {
            return super.getHeaders(name);
        }
        String value = getHeader(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    @Override
    public ServletInputStream getInputStream() {
        return EmptyInput.INSTANCE;
    }
}
