package dev.winnow.campaign;

import dev.winnow.verdict.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one judged message that are counted; its text is none of them. Immutable; any thread.
 *
 * @param fingerprint the fingerprint of the text
 * @param tenant the tenant
 * @param sender null when unknown
 * @param verdict its first verdict
 * @param rules the rules that gave points
 * @param hasLink whether the text has a link
 * @param domains the domains of its links, if the tenant consents to a history; none otherwise
 * @param template the text with marks in the place of links, numbers and names, if the tenant consents and it is wanted; null otherwise
 */
public record WaveMessage(
        Fingerprint fingerprint,
        String tenant,
        @Nullable String sender,
        Category verdict,
        List<String> rules,
        boolean hasLink,
        List<String> domains,
        @Nullable String template) {
    public WaveMessage {
        rules = List.copyOf(rules);
        domains = List.copyOf(domains);
    }
}
