package dev.winnow.worker.scan;

import dev.winnow.campaign.WaveSize;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.View;
import dev.winnow.yara.CodePointRange;
import dev.winnow.yara.Facts;
import dev.winnow.yara.Match;
import dev.winnow.yara.Rule;
import dev.winnow.yara.ScanResult;
import dev.winnow.yara.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The findings of the views of one message. Complete once it is handed out; then any thread. */
public final class Findings implements Examination {
    static final Comparator<RuleMatch> LARGEST_WEIGHT_FIRST =
            Comparator.comparingInt(RuleMatch::weight).reversed().thenComparing(RuleMatch::rule);

    private final RuleFacts facts;
    private final Map<Integer, RuleMatch> matches = new TreeMap<>();
    private final TreeSet<Integer> incomplete = new TreeSet<>();
    private final MessageWording wording;
    private final long message;
    private boolean truncated;

    /**
     * Findings so far none.
     *
     * @param message the hash of the message's id
     * @param truncated whether the text is the beginning of a longer one
     */
    Findings(RuleFacts facts, MessageWording wording, long message, boolean truncated) {
        this.message = message;
        this.wording = wording;
        this.facts = facts;
        this.truncated = truncated;
    }

    /** All matched rules, largest weight first, also rules in shadow. */
    public List<RuleMatch> matches() {
        return matches.values().stream().sorted(LARGEST_WEIGHT_FIRST).toList();
    }

    /** The facts of the matched rules, also of rules in shadow, in the order of the rule set. */
    public List<RuleFact> facts() {
        return matches.keySet().stream()
                .map(index -> facts.byIndex().get(index).fact().weighFor(knownFacts()))
                .toList();
    }

    /** The facts of the matched rules that take part in the verdict, in the order of the rule set. */
    public List<RuleFact> listActive() {
        return listFacts(true);
    }

    /** The facts of the matched rules that are in shadow for this message, in the order of the rule set. */
    public List<RuleFact> listShadow() {
        return listFacts(false);
    }

    /** The facts about the message that rules ask by the names of {@link dev.winnow.yara.Variable}. */
    public Facts knownFacts() {
        return wording.facts();
    }

    @Override
    public Verdict judgeFindings(@Nullable String sender, TenantSettings settings) {
        return newJudgement().judgeMessage(sender, settings, truncated, listIncomplete());
    }

    @Override
    public Verdict countAndJudge(@Nullable String sender, TenantSettings settings) {
        return newJudgement().countHits(sender, settings).judgeMessage(sender, settings, truncated, listIncomplete());
    }

    void addRaw(ScanResult.Scanned scanned, byte[] raw) {
        addScan(scanned, View.RAW, span -> span.codePoints(raw));
    }

    void addFolded(ScanResult.Scanned scanned, FoldedText folded) {
        truncated |= folded.cut();
        addScan(scanned, View.FOLDED, folded::rawCodePoints);
    }

    private List<RuleFact> listFacts(boolean isActive) {
        return matches.keySet().stream()
                .map(facts.byIndex()::get)
                .filter(entry -> entry.isActive(message) == isActive)
                .map(entry -> entry.fact().weighFor(knownFacts()))
                .toList();
    }

    private Judgement newJudgement() {
        Facts known = knownFacts();
        WaveSize wave = new WaveSize(
                (Long) known.valueOf(Variable.WAVE_MESSAGES), (Long) known.valueOf(Variable.WAVE_SENDERS), (Long)
                        known.valueOf(Variable.WAVE_TENANTS));
        return new Judgement(facts, matches, (String) known.valueOf(Variable.IN_LISTS), wave, message);
    }

    /** A rule in shadow is no part of a verdict, so it leaves none incomplete. */
    private List<String> listIncomplete() {
        return incomplete.isEmpty()
                ? List.of()
                : incomplete.stream()
                        .map(facts.byIndex()::get)
                        .filter(entry -> entry.isActive(message))
                        .map(entry -> entry.fact().name())
                        .sorted()
                        .distinct()
                        .toList();
    }

    private void addScan(
            ScanResult.Scanned scanned, View view, Function<dev.winnow.yara.ByteSpan, CodePointRange> place) {
        for (Match match : scanned.matches()) {
            matches.computeIfAbsent(
                    match.rule().index(),
                    index -> toRuleMatch(facts.byIndex().get(index).fact(), match, view, place));
        }
        scanned.incomplete().stream().map(Rule::index).forEach(incomplete::add);
    }

    private RuleMatch toRuleMatch(
            RuleFact rule, Match match, View view, Function<dev.winnow.yara.ByteSpan, CodePointRange> place) {
        RuleFact fact = rule.weighFor(knownFacts());
        if (rule.points() != null) {
            List<Span> places = fact.weight() > 0 ? wording.findPlaces(rule.points()) : List.of();
            return new RuleMatch(fact.name(), fact.title(), fact.weight(), view, places);
        }
        List<Span> spans = new ArrayList<>();
        for (dev.winnow.yara.ByteSpan span : match.spans()) {
            CodePointRange range = place.apply(span);
            if (range.end() > range.start()) {
                spans.add(new Span(range.start(), range.end()));
            }
        }
        List<Span> merged = mergeSpans(spans);
        truncated |= merged.size() > RuleMatch.MAX_SPANS;
        List<Span> kept = merged.stream().limit(RuleMatch.MAX_SPANS).toList();
        return new RuleMatch(fact.name(), fact.title(), fact.weight(), view, kept);
    }

    /** In the order of the text; strings that overlap or touch are one place for a reader. */
    private static List<Span> mergeSpans(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (merged.isEmpty() || merged.getLast().end() < span.start()) {
                merged.add(span);
            } else {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            }
        }
        return merged;
    }
}
