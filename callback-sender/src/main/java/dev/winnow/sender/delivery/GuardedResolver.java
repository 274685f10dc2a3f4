package dev.winnow.sender.delivery;

import dev.winnow.webhook.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names for the HTTP client and refuses a name if any of its addresses is not public. The client connects to exactly the
 * addresses that were checked: there is no second look-up, which could give other addresses. Any thread.
 */
final class GuardedResolver implements DnsResolver {
    private final DnsResolver names;

    GuardedResolver(DnsResolver names) {
        this.names = names;
    }

    /** The exception for a host with an address that is not public. */
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
