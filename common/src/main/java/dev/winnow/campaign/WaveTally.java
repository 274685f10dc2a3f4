package dev.winnow.campaign;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.hll.HllSketch;
import org.jspecify.annotations.Nullable;

/** The counts of one worker for one campaign: its different senders and tenants since it began, and all else since the last report. One thread. */
final class WaveTally {
    /** Names in a count at once; when there are more, only the most frequent stay. */
    private static final int MOST_NAMES = 4 * NameCounts.MOST;

    private static final long MILLIS_AN_HOUR = 3_600_000;

    private final Fingerprint fingerprint;
    private final HllSketch senders = DistinctCount.newSketch();
    private final HllSketch tenants = DistinctCount.newSketch();
    private Map<String, Long> rules = new HashMap<>();
    private Map<String, Long> domains = new HashMap<>();
    private @Nullable String template;
    private long messages;
    private long hour;
    private long inHour;
    private long inHourBefore;
    private long firstMillis;
    private long lastMillis;
    private VerdictMix unsent = VerdictMix.NONE;
    private long unsentLinks;

    WaveTally(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    void add(WaveMessage message, long millis) {
        messages++;
        startHour(millis / MILLIS_AN_HOUR);
        inHour++;
        lastMillis = millis;
        if (unsent.messages() == 0) {
            firstMillis = millis;
        }
        unsent = unsent.plus(message.verdict());
        unsentLinks += message.hasLink() ? 1 : 0;
        if (message.sender() != null) {
            senders.update(message.sender());
        }
        tenants.update(message.tenant());
        rules = addNames(rules, message.rules());
        domains = addNames(domains, message.domains());
        if (template == null) {
            template = message.template();
        }
    }

    /** Its size now: the messages of this hour and the one before, and the senders and tenants since it began. */
    WaveSize size(long millis) {
        startHour(millis / MILLIS_AN_HOUR);
        return new WaveSize(
                inHour + inHourBefore, Math.round(senders.getEstimate()), Math.round(tenants.getEstimate()));
    }

    /** Messages since it began. */
    long messages() {
        return messages;
    }

    long unsent() {
        return unsent.messages();
    }

    long lastMillis() {
        return lastMillis;
    }

    boolean wantsTemplate() {
        return template == null;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Takes what is not sent yet. */
    Wave takeWave() {
        Wave wave = new Wave(
                fingerprint,
                Instant.ofEpochMilli(firstMillis),
                Instant.ofEpochMilli(lastMillis),
                unsent,
                unsentLinks,
                DistinctCount.of(senders),
                DistinctCount.of(tenants),
                rules,
                domains,
                template);
        unsent = VerdictMix.NONE;
        unsentLinks = 0;
        rules = new HashMap<>();
        domains = new HashMap<>();
        return wave;
    }

    private void startHour(long now) {
        if (now != hour) {
            inHourBefore = now == hour + 1 ? inHour : 0;
            inHour = 0;
            hour = now;
        }
    }

    private static Map<String, Long> addNames(Map<String, Long> counts, List<String> names) {
        names.forEach(name -> counts.merge(name, 1L, Long::sum));
        return counts.size() > MOST_NAMES ? new HashMap<>(NameCounts.keepMost(counts)) : counts;
    }
}
