package dev.winnow.sender.delivery;

import dev.winnow.webhook.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client, which connects to exactly these addresses: there is no second look-up between check and connect
 * that could say something else. A name with any address that is not public resolves to nothing. Any thread.
 */
final class GuardedResolver implements DnsResolver {
    private final DnsResolver names;

    GuardedResolver(DnsResolver names) {
        this.names = names;
    }

    /** The name leads inside. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        private ForbiddenAddressException(String host) {
            super(host + " resolves to an address that is not public");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.isPublic(address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
