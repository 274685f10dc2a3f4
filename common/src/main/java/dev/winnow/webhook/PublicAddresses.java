package dev.winnow.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses on the open internet from all others, by IANA's registries of special-purpose addresses (RFC 6890). An IPv6 address that
 * wraps an IPv4 address (NAT64, 6to4, Teredo) is never public, because it could lead into the network. Stateless; any thread.
 */
public final class PublicAddresses {
    private static final List<Block> RESERVED_V4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, and every cloud's metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4") // reserved and broadcast
            .map(Block::parseBlock)
            .toList();

    /** The only part of IPv6 that IANA assigns to networks; loopback, ULA, link-local, NAT64 and multicast are outside of it. */
    private static final Block GLOBAL_V6 = Block.parseBlock("2000::/3");

    private static final List<Block> RESERVED_V6 = Stream.of(
                    "2001::/23", // protocol assignments, Teredo, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "3fff::/20") // documentation
            .map(Block::parseBlock)
            .toList();

    private PublicAddresses() {}

    /** Whether an address is on the open internet. An IPv4-mapped IPv6 address is judged as the IPv4 address. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return RESERVED_V4.stream().noneMatch(block -> block.containsAddress(bytes));
        }
        return GLOBAL_V6.containsAddress(bytes)
                && RESERVED_V6.stream().noneMatch(block -> block.containsAddress(bytes));
    }

    private record Block(InetAddress start, int bits) {
        static Block parseBlock(String cidr) {
            int slash = cidr.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean containsAddress(byte[] address) {
            byte[] prefix = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((prefix[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
