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

    EnvelopeVerdicts readItem() {
        int version = in.readOctet();
        if (version != VerdictsCodec.VERSION && version != VerdictsCodec.VERSION_WITH_SHADOW) {
            throw new IllegalArgumentException(
                    "item " + envelope + " has version " + version + ", this code reads " + VerdictsCodec.VERSION
                            + " and " + VerdictsCodec.VERSION_WITH_SHADOW + "; deploy readers before writers");
        }
        int revision = (int) in.readUnsigned();
        Scan scan = readScan();
        List<StoredRule> rules = readList(() -> new StoredRule(in.readText(), in.readText(), (int) in.readSigned()));
        List<Scan> rescans = readList(this::readScan);
        List<SlotVerdict> slots = readList(() -> readSlot(rules, rescans));
        return new EnvelopeVerdicts(envelope, revision, scan.ruleset(), scan.engine(), scan.at(), slots);
    }

    private Scan readScan() {
        return new Scan(in.readText(), in.readText(), Instant.ofEpochMilli(in.readUnsigned()));
    }

    private SlotVerdict readSlot(List<StoredRule> rules, List<Scan> rescans) {
        int head = in.readOctet();
        Instant acceptedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + in.readSigned());
        @Nullable String clientRef = (head & VerdictsCodec.HAS_CLIENT_REF) == 0 ? null : in.readText();
        @Nullable Scan rescan = (head & VerdictsCodec.HAS_RESCAN) == 0 ? null : pickValue(rescans, in.readNumber());
        Verdict verdict = switch (head & VerdictsCodec.KIND_MASK) {
            case VerdictsCodec.KIND_JUDGED -> readJudged(head, rules);
            case VerdictsCodec.KIND_FAILED -> new Failed(in.readText());
            case VerdictsCodec.KIND_EXPIRED -> new Expired(in.readText());
            default -> throw new IllegalArgumentException("item " + envelope + " has a slot of unknown kind");
        };
        return new SlotVerdict(verdict, clientRef, acceptedAt, rescan);
    }

    private Judged readJudged(int head, List<StoredRule> rules) {
        Category category =
                VerdictsCodec.CATEGORIES.get((head >>> VerdictsCodec.CATEGORY_SHIFT) & VerdictsCodec.CATEGORY_MASK);
        boolean truncated = (head & VerdictsCodec.TRUNCATED) != 0;
        if ((head & VerdictsCodec.HAS_DETAIL) == 0) {
            return new Judged(category, 0, DecidedBy.SCORE, List.of(), truncated, List.of());
        }
        int score = in.readOctet();
        int decider = in.readOctet();
        DecidedBy decidedBy = pickValue(VerdictsCodec.DECIDERS, decider & ~VerdictsCodec.HAS_SHADOW);
        @Nullable Shadow shadow = (decider & VerdictsCodec.HAS_SHADOW) == 0 ? null : readShadow(rules);
        List<RuleMatch> matches = readList(() -> readMatch(rules));
        List<String> incomplete =
                readList(() -> pickValue(rules, in.readNumber()).name());
        return new Judged(category, score, decidedBy, matches, truncated, incomplete, shadow);
    }

    private Shadow readShadow(List<StoredRule> rules) {
        int head = in.readOctet();
        Category category = pickValue(VerdictsCodec.CATEGORIES, head >>> VerdictsCodec.CATEGORY_SHIFT);
        DecidedBy decidedBy = pickValue(VerdictsCodec.DECIDERS, head & VerdictsCodec.KIND_MASK);
        int score = in.readOctet();
        List<String> names = readList(() -> pickValue(rules, in.readNumber()).name());
        return new Shadow(names, category, score, decidedBy);
    }

    private RuleMatch readMatch(List<StoredRule> rules) {
        StoredRule rule = pickValue(rules, in.readNumber());
        View view = pickValue(VerdictsCodec.VIEWS, in.readOctet());
        List<Span> spans = readList(() -> {
            int start = in.readNumber();
            return new Span(start, start + in.readNumber());
        });
        return new RuleMatch(rule.name(), rule.title(), rule.weight(), view, spans);
    }

    private <T> List<T> readList(Supplier<T> element) {
        int count = in.readCount();
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return Collections.unmodifiableList(elements);
    }

    private <T> T pickValue(List<T> values, int number) {
        if (number >= values.size()) {
            throw new IllegalArgumentException("item " + envelope + " has an unknown value " + number);
        }
        return values.get(number);
    }
}
