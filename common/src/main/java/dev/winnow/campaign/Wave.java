package dev.winnow.campaign;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one campaign that one worker has seen since its last report. Immutable; any thread.
 *
 * @param fingerprint the fingerprint of the first message; those of the others are near it
 * @param firstSeen when the first of these messages was scanned
 * @param lastSeen when the last one was scanned
 * @param verdicts the messages by their verdicts
 * @param withLink the messages with a link
 * @param senders the different senders
 * @param tenants the different tenants
 * @param rules the rules that gave points, with the number of messages of each, the most frequent first, at most eight
 * @param domains the domains of links in messages of tenants that consent to a history, likewise
 * @param template the text with marks in the place of links, numbers and names; null as long as no tenant consents to a history
 */
public record Wave(
        Fingerprint fingerprint,
        Instant firstSeen,
        Instant lastSeen,
        VerdictMix verdicts,
        long withLink,
        DistinctCount senders,
        DistinctCount tenants,
        Map<String, Long> rules,
        Map<String, Long> domains,
        @Nullable String template) {
    /** The longest template, in characters; longer ones are cut. */
    public static final int LONGEST_TEMPLATE = 400;

    public Wave {
        rules = Collections.unmodifiableMap(NameCounts.keepMost(rules));
        domains = Collections.unmodifiableMap(NameCounts.keepMost(domains));
    }
}
