package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Whose address a request comes from. */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * The rightmost address that none of our own proxies put itself behind: each trusted proxy appends one entry to
     * {@code X-Forwarded-For}, and everything left of these was sent by the client, who can write what it likes.
     */
    public static String addressOf(HttpServletRequest request, int trustedProxies) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return trustedProxies == 0 || forwarded.size() < trustedProxies
                ? request.getRemoteAddr()
                : forwarded.get(forwarded.size() - trustedProxies);
    }
}
