package dev.winnow.verdict;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.RuleTable.StoredRule;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one stored item; the counterpart of the encoder in {@link VerdictsCodec}. */
final class VerdictsReader {
    private final UUID envelope;
    private final ByteReader in;

    VerdictsReader(UUID envelope, byte[] item) {
        this.envelope = envelope;
        this.in = new ByteReader(item);
    }

    EnvelopeVerdicts read() {
        int version = in.octet();
        if (version != VerdictsCodec.VERSION) {
            throw new IllegalArgumentException("item " + envelope + " has version " + version + ", this code reads "
                    + VerdictsCodec.VERSION + "; deploy readers before writers");
        }
        int revision = (int) in.unsigned();
        Scan scan = scan();
        List<StoredRule> rules = list(() -> new StoredRule(in.text(), in.text(), (int) in.signed()));
        List<Scan> rescans = list(this::scan);
        List<SlotVerdict> slots = list(() -> slot(rules, rescans));
        return new EnvelopeVerdicts(envelope, revision, scan.ruleset(), scan.engine(), scan.at(), slots);
    }

    private Scan scan() {
        return new Scan(in.text(), in.text(), Instant.ofEpochMilli(in.unsigned()));
    }

    private SlotVerdict slot(List<StoredRule> rules, List<Scan> rescans) {
        int head = in.octet();
        Instant acceptedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + in.signed());
        @Nullable String clientRef = (head & VerdictsCodec.HAS_CLIENT_REF) == 0 ? null : in.text();
        @Nullable Scan rescan = (head & VerdictsCodec.HAS_RESCAN) == 0 ? null : pick(rescans, in.number());
        Verdict verdict = switch (head & VerdictsCodec.KIND_MASK) {
            case VerdictsCodec.KIND_JUDGED -> judged(head, rules);
            case VerdictsCodec.KIND_FAILED -> new Failed(in.text());
            case VerdictsCodec.KIND_EXPIRED -> new Expired(in.text());
            default -> throw new IllegalArgumentException("item " + envelope + " has a slot of unknown kind");
        };
        return new SlotVerdict(verdict, clientRef, acceptedAt, rescan);
    }

    private Judged judged(int head, List<StoredRule> rules) {
        Category category =
                VerdictsCodec.CATEGORIES.get((head >>> VerdictsCodec.CATEGORY_SHIFT) & VerdictsCodec.CATEGORY_MASK);
        boolean truncated = (head & VerdictsCodec.TRUNCATED) != 0;
        if ((head & VerdictsCodec.HAS_DETAIL) == 0) {
            return new Judged(category, 0, DecidedBy.SCORE, List.of(), truncated, List.of());
        }
        int score = in.octet();
        DecidedBy decidedBy = pick(VerdictsCodec.DECIDERS, in.octet());
        List<RuleMatch> matches = list(() -> match(rules));
        List<String> incomplete = list(() -> pick(rules, in.number()).name());
        return new Judged(category, score, decidedBy, matches, truncated, incomplete);
    }

    private RuleMatch match(List<StoredRule> rules) {
        StoredRule rule = pick(rules, in.number());
        View view = pick(VerdictsCodec.VIEWS, in.octet());
        List<Span> spans = list(() -> {
            int start = in.number();
            return new Span(start, start + in.number());
        });
        return new RuleMatch(rule.name(), rule.title(), rule.weight(), view, spans);
    }

    private <T> List<T> list(Supplier<T> element) {
        int count = in.count();
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return Collections.unmodifiableList(elements);
    }

    private <T> T pick(List<T> values, int number) {
        if (number >= values.size()) {
            throw new IllegalArgumentException("item " + envelope + " has an unknown value " + number);
        }
        return values.get(number);
    }
}
