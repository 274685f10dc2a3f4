package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Finds the address that a request comes from. */
final class ClientAddress {
    private ClientAddress() {}

    /**
     * The address of the client before our own proxies. Each trusted proxy appends one entry to {@code X-Forwarded-For}; the client itself
     * sent all entries to the left of these, and may have made them up.
     */
    static String addressOf(HttpServletRequest request, int trustedProxies) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return trustedProxies == 0 || forwarded.size() < trustedProxies
                ? request.getRemoteAddr()
                : forwarded.get(forwarded.size() - trustedProxies);
    }
}
