package dev.winnow.ingest.quota;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network that a client address stands for: an IPv4 address itself, the /64 of an IPv6 address (RFC 6177). */
final class AddressNetwork {
    private static final int NETWORK_BYTES = 8;

    /** Some proxies append the port, and then bracket an IPv6 address; a zone is local to the machine. */
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?");

    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):\\d+");

    private AddressNetwork() {}

    /** One name a network; text that is no address stands for itself. */
    static String of(String text) {
        String bare = withoutPortAndZone(text.strip());
        try {
            InetAddress address = InetAddress.ofLiteral(bare);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }

    private static String withoutPortAndZone(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher withPort = IPV4_WITH_PORT.matcher(text);
        String address = bracketed.matches() ? bracketed.group(1) : withPort.matches() ? withPort.group(1) : text;
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
