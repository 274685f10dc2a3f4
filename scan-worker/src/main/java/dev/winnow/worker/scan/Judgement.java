package dev.winnow.worker.scan;

import dev.winnow.campaign.WaveSize;
import dev.winnow.tenant.SenderLists;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Shadow;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.View;
import dev.winnow.worker.scan.list.ListQuestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The matched rules of one message, apart by whether they are part of the verdict or in shadow. One thread. */
final class Judgement {
    private record Matched(RuleFacts.Entry rule, RuleMatch match) {}

    private static final Comparator<Matched> MOST_TELLING = Comparator.comparing(
                    (Matched matched) -> !matched.rule().fact().shields())
            .thenComparingInt(matched -> -Math.abs(matched.match().weight()));

    private final List<Matched> active = new ArrayList<>();
    private final List<Matched> shadow = new ArrayList<>();
    private final Evidence evidence = new Evidence();
    private final String lists;
    private final WaveSize wave;

    /**
     * Sorts matches.
     *
     * @param matches by the index of the rule
     * @param lists the names of the lists that the message is on, each with a blank before and after
     * @param wave the size of the wave that the message is part of
     * @param message the hash of the message's id
     */
    Judgement(RuleFacts facts, Map<Integer, RuleMatch> matches, String lists, WaveSize wave, long message) {
        this.lists = lists;
        this.wave = wave;
        matches.forEach((index, match) -> {
            RuleFacts.Entry rule = facts.byIndex().get(index).weigh(match.weight());
            if (rule.isActive(message)) {
                active.add(new Matched(rule, match));
                evidence.add(rule.fact());
            } else {
                shadow.add(new Matched(rule, match));
            }
        });
        if (active.stream().noneMatch(matched -> matched.match().weight() > 0)) {
            // Points that are taken from nothing say nothing: most honest messages would carry them.
            active.removeIf(matched -> matched.rule().fact().points() != null);
        }
    }

    Verdict.Judged judgeMessage(
            @Nullable String sender, TenantSettings settings, boolean truncated, List<String> incomplete) {
        SenderLists.Listing listing = settings.senders().find(sender);
        Policy.Decision decision = Policy.decideVerdict(evidence, listing, settings);
        List<RuleMatch> shown = listShown();
        return new Verdict.Judged(
                decision.category(),
                decision.score(),
                decision.decidedBy(),
                shown,
                truncated || active.size() > countRules(shown),
                incomplete,
                shadow.isEmpty() ? null : judgeWithShadow(listing, settings));
    }

    private static long countRules(List<RuleMatch> shown) {
        return shown.stream().filter(match -> match.rule().indexOf(':') < 0).count();
    }

    /** Counts each hit, and whether the category would be another one without the rule or, for a rule in shadow, with it. */
    Judgement countHits(@Nullable String sender, TenantSettings settings) {
        if (active.isEmpty() && shadow.isEmpty()) {
            return this;
        }
        SenderLists.Listing listing = settings.senders().find(sender);
        Category category = Policy.decideCategory(evidence, listing, settings);
        for (Matched matched : active) {
            if (matched.rule().counter() != null) {
                evidence.remove(matched.rule().fact());
                matched.rule().counter().countHit(Policy.decideCategory(evidence, listing, settings) != category);
                evidence.add(matched.rule().fact());
            }
        }
        for (Matched matched : shadow) {
            if (matched.rule().counter() != null) {
                evidence.add(matched.rule().fact());
                matched.rule().counter().countShadowHit(Policy.decideCategory(evidence, listing, settings) != category);
                evidence.remove(matched.rule().fact());
            }
        }
        return this;
    }

    /** The rules that contribute most, for or against, and first the rules of the protected class, as their weight may be 0. */
    private List<RuleMatch> listShown() {
        Set<String> asked = findAskedLists();
        List<RuleMatch> shown = new ArrayList<>(active.stream()
                .sorted(MOST_TELLING)
                .limit(Math.max(1, Verdict.MAX_MATCHES - asked.size()))
                .map(Matched::match)
                .sorted(Findings.LARGEST_WEIGHT_FIRST)
                .toList());
        asked.stream().limit(Verdict.MAX_MATCHES - shown.size()).forEach(list -> shown.add(nameAnswer(list)));
        return shown;
    }

    /** The lists that the message is on and that a rule of the verdict asked for; {@link ListQuestions#WAVE} if such a rule asked for the wave. */
    private Set<String> findAskedLists() {
        if (lists.isEmpty() && wave.equals(WaveSize.NONE)) {
            return Set.of();
        }
        Set<String> asked = new TreeSet<>();
        for (Matched matched : active) {
            for (String list : matched.rule().lists()) {
                if (list.equals(ListQuestions.WAVE) ? wave.messages() > 0 : lists.contains(" " + list + " ")) {
                    asked.add(list);
                }
            }
        }
        return asked;
    }

    /** The answer that a rule got, as a match, so that the verdict can be explained after lists and waves have changed. */
    private RuleMatch nameAnswer(String list) {
        if (list.equals(ListQuestions.WAVE)) {
            String size =
                    "%d messages, %d senders, %d tenants".formatted(wave.messages(), wave.senders(), wave.tenants());
            String name = "wave:%d/%d/%d".formatted(wave.messages(), wave.senders(), wave.tenants());
            return new RuleMatch(name, "Part of a wave of at least " + size, 0, View.RAW, List.of());
        }
        return new RuleMatch("list:" + list, "On the list " + list, 0, View.RAW, List.of());
    }

    private Shadow judgeWithShadow(SenderLists.Listing listing, TenantSettings settings) {
        shadow.forEach(matched -> evidence.add(matched.rule().fact()));
        Policy.Decision with = Policy.decideVerdict(evidence, listing, settings);
        shadow.forEach(matched -> evidence.remove(matched.rule().fact()));
        List<String> rules = shadow.stream()
                .sorted(MOST_TELLING)
                .limit(Shadow.MAX_RULES)
                .map(matched -> matched.rule().fact().name())
                .toList();
        return new Shadow(rules, with.category(), with.score(), with.decidedBy());
    }
}
