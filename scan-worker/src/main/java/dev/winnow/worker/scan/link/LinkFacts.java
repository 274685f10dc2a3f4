package dev.winnow.worker.scan.link;

import dev.winnow.yara.Facts;
import dev.winnow.yara.Variable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes what the links of a message say, as external variables for rules. Any thread. */
public final class LinkFacts {
    /** The longest value of {@code link_domains}, in bytes. */
    private static final int MAX_DOMAINS = 256;

    /** The longest value of {@code link_hosts}, in bytes: four hosts of the longest kind. */
    private static final int MAX_HOSTS = 1_024;

    private LinkFacts() {}

    /** The facts of a text by the bundled lists. */
    public static Facts computeFacts(String text) {
        return computeFacts(text, LinkLists.bundled());
    }

    /** The facts of a text by lists of the caller's. */
    public static Facts computeFacts(String text, LinkLists lists) {
        return readLinks(text, text.getBytes(StandardCharsets.UTF_8), lists).facts();
    }

    /**
     * The links of a text that is not folded or does not differ when it is.
     *
     * @param utf8 the text in UTF-8
     */
    public static LinkReading readLinks(String text, byte[] utf8, LinkLists lists) {
        return LinkSigns.mayHoldLink(utf8) ? readWith(text, null, lists) : LinkReading.NONE;
    }

    /**
     * The links of a text; its folded form is asked where the text itself shows no link.
     *
     * @param folded the text without its disguises
     * @param foldedUtf8 the same in UTF-8
     */
    public static LinkReading readLinks(String text, byte[] utf8, String folded, byte[] foldedUtf8, LinkLists lists) {
        return LinkSigns.mayHoldLink(utf8) || LinkSigns.mayHoldLink(foldedUtf8)
                ? readWith(text, folded, lists)
                : LinkReading.NONE;
    }

    private static LinkReading readWith(String text, @Nullable String folded, LinkLists lists) {
        CanonicalText canonical = CanonicalText.ofText(text);
        LinkScanner scanner = new LinkScanner(canonical, lists).scanText();
        boolean disguised = false;
        if (scanner.links().isEmpty() && !scanner.namesMailHost() && folded != null) {
            CanonicalText mended = CanonicalText.ofText(folded);
            LinkScanner second = new LinkScanner(mended, lists).scanText();
            disguised = !second.links().isEmpty();
            if (disguised) {
                canonical = mended;
                scanner = second;
            }
        }
        List<Link> links = scanner.links();
        if (links.isEmpty() && scanner.mailHosts().isEmpty() && !scanner.namesAppPackage()) {
            return LinkReading.NONE;
        }
        Facts.Builder facts = Facts.builder();
        setIf(scanner.namesAppPackage(), Variable.LINK_APP_PACKAGE, facts);
        Set<Brand> named = lists.names().findNamed(canonical, scanner.linkSigns());
        if (!links.isEmpty()) {
            addLinks(links, named, disguised, lists, facts);
        }
        addMail(scanner.mailHosts(), named, lists, facts);
        return new LinkReading(facts.build(), placesOf(links), disguised);
    }

    private static int[] placesOf(List<Link> links) {
        return links.stream()
                .flatMapToInt(link -> IntStream.of(link.start(), link.end()))
                .toArray();
    }

    private static void addLinks(
            List<Link> links, Set<Brand> named, boolean disguised, LinkLists lists, Facts.Builder facts) {
        facts.setValue(Variable.LINK_COUNT, links.size())
                .setValue(Variable.LINK_DOMAINS, join(links, HostName::domain, MAX_DOMAINS))
                .setValue(Variable.LINK_HOSTS, join(links, HostName::text, MAX_HOSTS))
                .setValue(Variable.LINK_KNOWN, links.stream().allMatch(link -> isKnown(link, lists)))
                .setValue(
                        Variable.LINK_BRAND,
                        findStrangeBrand(links.stream().map(Link::host).toList(), named, lists))
                .setValue(Variable.LINK_BROKEN, disguised || links.stream().anyMatch(Link::broken))
                .setValue(Variable.LINK_USER_INFO, links.stream().anyMatch(Link::userInfo));
        for (Link link : links) {
            addLink(link, named, lists, facts);
        }
    }

    private static void addLink(Link link, Set<Brand> named, LinkLists lists, Facts.Builder facts) {
        HostName host = link.host();
        boolean known = isKnown(link, lists);
        boolean rare = lists.isRareEnding(host.ending());
        setIf(lists.isShortener(host), Variable.LINK_SHORT, facts);
        setIf(lists.isMessenger(host), Variable.LINK_MESSENGER, facts);
        setIf(host.address() && !isPrivate(host.text()), Variable.LINK_IP, facts);
        setIf(link.port() != 0 && link.port() != 80 && link.port() != 443, Variable.LINK_PORT, facts);
        setIf(host.isInternational(), Variable.LINK_PUNYCODE, facts);
        setIf(HostShape.hasRandomPart(link.path()), Variable.LINK_RANDOM_PATH, facts);
        setIf(isAppPackage(link.path()), Variable.LINK_APP_PACKAGE, facts);
        if (!known && !lists.isShortener(host) && !lists.isMessenger(host)) {
            setIf(rare, Variable.LINK_RARE_ENDING, facts);
            setIf(host.shared() || lists.isFreeHost(host), Variable.LINK_FREE_HOST, facts);
            setIf(!host.address() && HostShape.isOdd(host.label()), Variable.LINK_ODD_HOST, facts);
            Brand imitated = lists.imitations().findImitated(link, named, rare);
            if (imitated != null) {
                facts.setValue(Variable.LINK_IMITATES, imitated.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void addMail(List<HostName> mailHosts, Set<Brand> named, LinkLists lists, Facts.Builder facts) {
        if (!mailHosts.isEmpty()) {
            facts.setValue(Variable.MAIL_FREE, mailHosts.stream().anyMatch(lists::isFreeMail));
            facts.setValue(Variable.MAIL_BRAND, findStrangeBrand(mailHosts, named, lists));
        }
    }

    /** The first brand that is named, if none of the hosts is a named brand's own or namesake; the empty text otherwise. */
    private static String findStrangeBrand(List<HostName> hosts, Set<Brand> named, LinkLists lists) {
        for (HostName host : hosts) {
            Brand owner = lists.findOwner(host);
            if ((owner != null && named.contains(owner)) || lists.imitations().isNamesakeOf(host, named)) {
                return "";
            }
        }
        return named.isEmpty() ? "" : named.iterator().next().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isKnown(Link link, LinkLists lists) {
        return !link.userInfo() && lists.isKnown(link.host());
    }

    private static String join(List<Link> links, Function<HostName, String> part, int maxLength) {
        Set<String> parts = new LinkedHashSet<>();
        int length = 0;
        for (Link link : links) {
            String name = part.apply(link.host());
            length += name.length() + 1;
            if (length <= maxLength) {
                parts.add(name);
            }
        }
        return String.join(" ", parts);
    }

    private static boolean isAppPackage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(".apk");
        return at >= 0 && (at + 4 == lower.length() || !CanonicalText.isAsciiWordPart(lower.charAt(at + 4)));
    }

    /** Addresses of homes and offices, to which routers and printers link. */
    private static boolean isPrivate(String address) {
        return address.startsWith("192.168.")
                || address.startsWith("10.")
                || address.startsWith("127.")
                || address.matches("172\\.(1[6-9]|2[0-9]|3[01])\\..*");
    }

    private static void setIf(boolean holds, Variable variable, Facts.Builder facts) {
        if (holds) {
            facts.setValue(variable, true);
        }
    }
}
