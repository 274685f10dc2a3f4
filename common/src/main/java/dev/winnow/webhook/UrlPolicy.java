package dev.winnow.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for the URL of an endpoint. They judge the text of the URL; {@link PublicAddresses} judges the addresses that its host resolves
 * to. Immutable; any thread.
 *
 * @param allowLocal whether hosts on this machine and in its network may be called, also without TLS: for development
 * @param ports the ports that may be called
 */
public record UrlPolicy(boolean allowLocal, Set<Integer> ports) {
    /** The policy for an installation where tenants register endpoints. */
    public static final UrlPolicy STRICT = new UrlPolicy(false, Set.of(443));

    /** The policy for the machine of a developer. */
    public static final UrlPolicy LOCAL = new UrlPolicy(true, Set.of(443));

    private static final int MAX_LENGTH = 2_048;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65_535;

    /** Letters, digits and hyphens (RFC 1123), at least two labels. */
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.?");

    /** A last label that is a number, by which the URL Standard knows an IPv4 address. */
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    public UrlPolicy {
        ports = Set.copyOf(ports);
    }

    /** Makes a policy with these ports. */
    public static UrlPolicy of(boolean allowLocal, List<Integer> ports) {
        return new UrlPolicy(allowLocal, Set.copyOf(ports));
    }

    /**
     * Checks a URL and returns it in ASCII.
     *
     * @throws ForbiddenUrlException if no webhook may go there
     */
    public URI checkUrl(String text) throws ForbiddenUrlException {
        URI url = parseUrl(text);
        requireFact(url.getRawUserInfo() == null, "must not hold a user or password");
        requireFact(url.getRawFragment() == null, "must not have a fragment");
        if (allowLocal) {
            requireFact(hasScheme(url, "https") || hasScheme(url, "http"), "must begin with https:// or http://");
            return url;
        }
        requireFact(hasScheme(url, "https"), "must begin with https://");
        requireFact(
                ports.contains(url.getPort() < 0 ? HTTPS_PORT : url.getPort()), "must have one of the ports " + ports);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        requireFact(
                !host.startsWith("[") && !NUMBER.matcher(lastLabel(host)).matches(),
                "must name a host, not an address");
        requireFact(NAME.matcher(host).matches(), "must name a host with a full domain name");
        return url;
    }

    private static String lastLabel(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static URI parseUrl(String text) throws ForbiddenUrlException {
        requireFact(text.length() <= MAX_LENGTH, "must have at most " + MAX_LENGTH + " characters");
        try {
            // Letters beyond ASCII in path and query are sent as the percent-encoded bytes of their UTF-8.
            URI url = new URI(new URI(text).toASCIIString()).parseServerAuthority();
            requireFact(url.isAbsolute() && url.getHost() != null, "must be a whole address with a host");
            requireFact(url.getPort() != 0 && url.getPort() <= MAX_PORT, "must have a port from 1 to " + MAX_PORT);
            return url;
        } catch (URISyntaxException e) {
            throw new ForbiddenUrlException("must be a URL (RFC 3986) with a host name of ASCII letters");
        }
    }

    private static boolean hasScheme(URI url, String scheme) {
        return scheme.equalsIgnoreCase(url.getScheme());
    }

    private static void requireFact(boolean fact, String sentence) throws ForbiddenUrlException {
        if (!fact) {
            throw new ForbiddenUrlException(sentence);
        }
    }
}
