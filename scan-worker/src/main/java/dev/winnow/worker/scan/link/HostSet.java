package dev.winnow.worker.scan.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Domains; a host is in it if it or any domain above it is. Immutable; any thread. */
final class HostSet {
    private final Set<String> domains;

    HostSet(Collection<String> domains) {
        this.domains = Set.copyOf(new HashSet<>(domains));
    }

    boolean containsHost(String host) {
        for (String at = host; at != null; at = domainAbove(at)) {
            if (domains.contains(at)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return domains.size();
    }

    /** The value of the nearest domain above a host. */
    static <V> @Nullable V findValue(Map<String, V> byDomain, String host) {
        for (String at = host; at != null; at = domainAbove(at)) {
            V found = byDomain.get(at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The brands by each of their domains. */
    static Map<String, Brand> mapOwners(Collection<Brand> brands) {
        Map<String, Brand> owners = new HashMap<>();
        brands.forEach(brand -> brand.hosts().forEach(host -> owners.putIfAbsent(host, brand)));
        return Map.copyOf(owners);
    }

    private static @Nullable String domainAbove(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? null : host.substring(dot + 1);
    }
}
