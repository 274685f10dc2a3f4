package dev.winnow.lab.judge;

import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.worker.scan.Findings;
import dev.winnow.worker.scan.Policy;
import dev.winnow.worker.scan.RuleFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with its reasons and the changes that would turn it.
 *
 * @param facts what the links and e-mail addresses of the message say, by the names of the external variables; without those that are
 *     empty, 0 or false
 * @param matches the matched rules that take part in the verdict, largest weight first
 * @param changes a sentence for each rule without which the category would be another, for each rule in shadow, and for the threshold
 */
public record Explanation(
        Category category,
        int score,
        DecidedBy decidedBy,
        Map<String, Object> facts,
        List<RuleMatch> matches,
        List<String> changes) {
    private static final int MAX_SCORE = 100;

    public Explanation {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        matches = List.copyOf(matches);
        changes = List.copyOf(changes);
    }

    /** Explains the findings in a message. */
    public static Explanation explainFindings(Findings findings, @Nullable String sender, TenantSettings settings) {
        Policy.Decision decision = Policy.decideVerdict(findings.listActive(), sender, settings);
        return new Explanation(
                decision.category(),
                decision.score(),
                decision.decidedBy(),
                findings.knownFacts().listKnown(),
                listActiveMatches(findings),
                describeChanges(findings, sender, settings, decision));
    }

    private static List<RuleMatch> listActiveMatches(Findings findings) {
        Set<String> shadow = findings.listShadow().stream().map(RuleFact::name).collect(Collectors.toSet());
        return findings.matches().stream()
                .filter(match -> !shadow.contains(match.rule()))
                .toList();
    }

    private static List<String> describeChanges(
            Findings findings, @Nullable String sender, TenantSettings settings, Policy.Decision decision) {
        List<String> changes = new ArrayList<>();
        List<RuleFact> facts = findings.listActive();
        for (RuleFact fact : facts) {
            List<RuleFact> others =
                    facts.stream().filter(other -> !other.equals(fact)).toList();
            Policy.Decision without = Policy.decideVerdict(others, sender, settings);
            if (without.category() != decision.category()) {
                changes.add("without %s: %s, score %d"
                        .formatted(fact.name(), without.category().token(), without.score()));
            }
        }
        for (RuleFact fact : findings.listShadow()) {
            changes.add("%s matches too, but is in shadow and has no part in the verdict".formatted(fact.name()));
        }
        if (decision.decidedBy() == DecidedBy.SCORE) {
            changes.add(describeThreshold(settings.junkThreshold(), decision.score()));
        }
        return changes;
    }

    private static String describeThreshold(int junkThreshold, int score) {
        if (score < junkThreshold) {
            return "%d more points would make it junk".formatted(junkThreshold - score);
        }
        return score < MAX_SCORE
                ? "a junk threshold above %d would let it pass".formatted(score)
                : "no junk threshold would let it pass";
    }
}
