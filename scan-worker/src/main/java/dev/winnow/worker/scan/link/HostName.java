package dev.winnow.worker.scan.link;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A host with its parts by the public suffix list.
 *
 * @param text in lower-case ASCII, with punycode for other letters
 * @param unicode the same with its letters as readers see them
 * @param domain the registrable domain, such as {@code example.co.uk}; of a page on a shared host the page's own name, such as
 *     {@code name.pages.dev}; the host itself for an address
 * @param label the first label of the domain, in the letters that readers see
 * @param ending the last label, such as {@code uk}
 * @param shared whether anybody may have such a host below a domain of a firm, such as {@code pages.dev}
 * @param address whether it is an IPv4 address
 */
record HostName(
        String text, String unicode, String domain, String label, String ending, boolean shared, boolean address) {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    /** Reads a host of lower-case letters; null if no registrable domain is in it. */
    static @Nullable HostName parseHost(String lower) {
        if (isAddress(lower)) {
            return new HostName(lower, lower, lower, lower, "", false, true);
        }
        boolean ascii = lower.chars().allMatch(c -> c < 0x80);
        String text = ascii ? lower : encodeHost(lower);
        if (text == null || !isWellFormed(text)) {
            return null;
        }
        InternetDomainName name = InternetDomainName.from(text);
        if (!name.isUnderRegistrySuffix()) {
            return null;
        }
        boolean shared = name.isUnderPublicSuffix() && !Objects.equals(name.publicSuffix(), name.registrySuffix());
        String domain = (shared ? name.topPrivateDomain() : name.topDomainUnderRegistrySuffix()).toString();
        String unicode = text.contains("xn--") ? IDN.toUnicode(text) : lower;
        String label = domain.substring(0, domain.indexOf('.'));
        String ending = text.substring(text.lastIndexOf('.') + 1);
        return new HostName(
                text, unicode, domain, label.startsWith("xn--") ? IDN.toUnicode(label) : label, ending, shared, false);
    }

    /** The labels before the public suffix, in the letters that readers see. */
    List<String> ownLabels() {
        String suffix = domain.substring(domain.indexOf('.') + 1);
        String own = text.length() > suffix.length() ? text.substring(0, text.length() - suffix.length() - 1) : text;
        return List.of((own.contains("xn--") ? IDN.toUnicode(own) : own).split("\\."));
    }

    /** Whether it has letters beyond ASCII, as such or in punycode. */
    boolean isInternational() {
        return text.contains("xn--");
    }

    /** Four numbers up to 255. */
    static boolean isAddress(String host) {
        int dots = 0;
        int number = -1;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' && number >= 0) {
                dots++;
                number = -1;
            } else if (c >= '0' && c <= '9' && number < 100) {
                number = Math.max(number, 0) * 10 + c - '0';
            } else {
                return false;
            }
            if (number > 255) {
                return false;
            }
        }
        return dots == 3 && number >= 0;
    }

    private static @Nullable String encodeHost(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Checked here, as the library answers other hosts with an exception. */
    private static boolean isWellFormed(String host) {
        if (host.length() > LONGEST || host.indexOf('.') < 0) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                if (i == start
                        || i - start > LONGEST_LABEL
                        || isHyphen(host.charAt(start))
                        || isHyphen(host.charAt(i - 1))) {
                    return false;
                }
                start = i + 1;
            } else if (!CanonicalText.isAsciiWordPart(host.charAt(i)) && !isHyphen(host.charAt(i))) {
                return false;
            }
        }
        char first = host.charAt(host.lastIndexOf('.') + 1);
        return first >= 'a' && first <= 'z';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '_';
    }
}
