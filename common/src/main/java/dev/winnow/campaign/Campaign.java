package dev.winnow.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Messages of all workers whose texts differ only in links, numbers, names and spelling. Immutable; any thread.
 *
 * @param id its name, 16 hexadecimal digits; it never changes
 * @param fingerprint the fingerprint of its first message; those of the others are near it
 * @param firstSeen when its first message was scanned
 * @param lastSeen when its last message was scanned
 * @param hours the messages of each hour that has any, of the last seven days up to the last message
 * @param verdicts all its messages by their first verdicts
 * @param withLink its messages with a link
 * @param senders its different senders
 * @param tenants its different tenants
 * @param rules the rules that gave points, with the number of messages of each, the most frequent first, at most eight
 * @param domains the domains of links in messages of tenants that consent to a history, likewise
 * @param template the text with marks in the place of links, numbers and names; null as long as no tenant consents to a history
 */
public record Campaign(
        String id,
        Fingerprint fingerprint,
        Instant firstSeen,
        Instant lastSeen,
        SortedMap<Instant, Long> hours,
        VerdictMix verdicts,
        long withLink,
        DistinctCount senders,
        DistinctCount tenants,
        Map<String, Long> rules,
        Map<String, Long> domains,
        @Nullable String template) {
    /** A campaign is listed when it has this number of messages: fewer may be chance. */
    public static final int LISTED_FROM = 20;

    private static final Duration HOURS_KEPT = Duration.ofDays(7);
    private static final int MANY_SENDERS = 10;

    public Campaign {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        rules = Collections.unmodifiableMap(NameCounts.keepMost(rules));
        domains = Collections.unmodifiableMap(NameCounts.keepMost(domains));
    }

    /** A campaign that begins with a wave. Its id comes from the fingerprint, so that every process gives it the same. */
    public static Campaign begin(Wave wave) {
        Fingerprint first = wave.fingerprint();
        return new Campaign(
                "%016x".formatted(first.high() ^ Long.rotateLeft(first.low(), 29)),
                first,
                wave.firstSeen(),
                wave.lastSeen(),
                hoursOf(wave),
                wave.verdicts(),
                wave.withLink(),
                wave.senders(),
                wave.tenants(),
                wave.rules(),
                wave.domains(),
                wave.template());
    }

    /** This campaign with what a worker saw of it since the worker's last report. */
    public Campaign plus(Wave wave) {
        Instant last = lastSeen.isAfter(wave.lastSeen()) ? lastSeen : wave.lastSeen();
        SortedMap<Instant, Long> sums = new TreeMap<>(hours);
        hoursOf(wave).forEach((hour, count) -> sums.merge(hour, count, Long::sum));
        sums.headMap(last.minus(HOURS_KEPT)).clear();
        return new Campaign(
                id,
                fingerprint,
                firstSeen.isBefore(wave.firstSeen()) ? firstSeen : wave.firstSeen(),
                last,
                sums,
                verdicts.plus(wave.verdicts()),
                withLink + wave.withLink(),
                senders.plus(wave.senders()),
                tenants.plus(wave.tenants()),
                NameCounts.add(rules, wave.rules()),
                NameCounts.add(domains, wave.domains()),
                template == null ? wave.template() : template);
    }

    /** The number of its messages. */
    public long messages() {
        return verdicts.messages();
    }

    /** Whether most of its messages have a link. */
    public boolean hasLink() {
        return 2 * withLink > messages();
    }

    /** Whether most of its messages passed as clean. */
    public boolean isMostlyClean() {
        return 2 * verdicts.clean() > messages();
    }

    /** Its size now, from the reports of all workers. */
    public WaveSize size(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return new WaveSize(
                countHours(hour.minus(1, ChronoUnit.HOURS), hour.plus(1, ChronoUnit.HOURS)),
                senders.estimate(),
                tenants.estimate());
    }

    /** The messages of this hour and the one before, less those of the two hours before these. */
    public long growth(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return countHours(hour.minus(1, ChronoUnit.HOURS), hour.plus(1, ChronoUnit.HOURS))
                - countHours(hour.minus(3, ChronoUnit.HOURS), hour.minus(1, ChronoUnit.HOURS));
    }

    /** Whether it may be a scam that no rule knows yet: most of it is clean and has a link, it comes from many senders, and it grows. */
    public boolean needsAttention(Instant now) {
        return isMostlyClean() && hasLink() && senders.estimate() >= MANY_SENDERS && growth(now) > 0;
    }

    /** The order of lists: first those that need attention, then those that grow most. */
    public static Comparator<Campaign> mostUrgentFirst(Instant now) {
        return Comparator.comparing((Campaign campaign) -> !campaign.needsAttention(now))
                .thenComparingLong(campaign -> -campaign.growth(now))
                .thenComparing(Comparator.comparing(Campaign::lastSeen).reversed())
                .thenComparing(Campaign::id);
    }

    private long countHours(Instant from, Instant until) {
        return hours.subMap(from, until).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** A wave is some seconds long, so that all of it counts in the hour of its last message. */
    private static SortedMap<Instant, Long> hoursOf(Wave wave) {
        SortedMap<Instant, Long> hours = new TreeMap<>();
        hours.put(wave.lastSeen().truncatedTo(ChronoUnit.HOURS), wave.verdicts().messages());
        return hours;
    }
}
