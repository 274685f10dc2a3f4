package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One review by {@link Admission}: removes refused rules and compiles and measures the rest until all of it may go live. One thread. */
final class AdmissionReview {

    /** The part of the set's budget up to which its limit stands for a measurement; two measurements differ by less than the rest. */
    private static final double UNMEASURED = 0.5;

    private final AdmissionTool tool;
    private final Measuring measuring;
    private final Budget budget;
    private final CompiledFiles compiled;
    private final SetLimit setLimit;
    private final List<RuleSource> remaining;
    private final Set<Refusal> refusals = new LinkedHashSet<>();

    AdmissionReview(
            List<RuleSource> sources,
            AdmissionTool tool,
            Measuring measuring,
            Budget budget,
            CompiledFiles compiled,
            SetLimit setLimit) {
        this.tool = tool;
        this.measuring = measuring;
        this.budget = budget;
        this.compiled = compiled;
        this.setLimit = setLimit;
        this.remaining = new ArrayList<>(RuleCompiler.inOrder(sources));
    }

    AdmissionReport reviewSources() {
        for (RuleSource source : List.copyOf(remaining)) {
            SourceChecks.checkSource(source).forEach(this::removeRefused);
        }
        List<RuleCost> costs = List.of();
        for (boolean settled = false; !settled && !remaining.isEmpty(); ) {
            List<Rule> rules = compileRemaining();
            if (rules.isEmpty()) {
                remaining.clear();
                break;
            }
            List<RuleText> texts = RuleText.of(remaining, rules);
            Measurement measured = measuring.measure(texts);
            costs = measured.costsOf(rules);
            List<Refusal> refused = findRefusals(measured, rules, texts);
            if (refused.isEmpty()) {
                reviewSet(measured, texts, costs).ifPresent(refused::add);
            }
            refused.forEach(this::removeRefused);
            settled = refused.isEmpty();
        }
        compiled.keepOnly(remaining);
        return new AdmissionReport(remaining, List.copyOf(refusals), remaining.isEmpty() ? List.of() : costs);
    }

    private List<Refusal> findRefusals(Measurement measured, List<Rule> rules, List<RuleText> texts) {
        List<Refusal> refusals = new ArrayList<>();
        for (RuleCost cost : measured.costsOf(rules)) {
            if (cost.ratio() > budget.rule()) {
                refusals.add(texts.get(cost.rule().index()).refusal(tooExpensive(cost)));
            }
        }
        Set<Integer> named = new HashSet<>();
        for (Measurement.Exhausted exhausted : measured.findExhausted()) {
            if (named.add(exhausted.rule())) {
                String reason = "%s, by %,d bytes of %s; bound its repeats"
                        .formatted(exhausted.error().text(), exhausted.length(), exhausted.text());
                refusals.add(texts.get(exhausted.rule()).refusal(reason));
            }
        }
        measured.deaths()
                .forEach((index, death) -> refusals.add(
                        texts.get(index).refusal("it %s while it was measured; rewrite it".formatted(death))));
        return refusals;
    }

    private String tooExpensive(RuleCost cost) {
        return String.format(
                Locale.ROOT,
                "it costs %.1f times the reference rule on %,d bytes of %s, and the budget is %.0f; bound its repeats or give it a fixed word",
                cost.ratio(),
                cost.length(),
                cost.text(),
                budget.rule());
    }

    /** Measures the set if the rules that it did not have the last time could bring it near its budget. */
    private Optional<Refusal> reviewSet(Measurement measured, List<RuleText> texts, List<RuleCost> costs) {
        Map<String, Double> own = measuring.costsByKey(measured, texts);
        double limit = setLimit.limitOf(own);
        if (limit <= budget.set() * UNMEASURED) {
            setLimit.remember(own.keySet(), limit);
            return Optional.empty();
        }
        SetMeasurement set = measuring.measureSet(remaining, texts, measured);
        Optional<Refusal> refusal = overBudget(set, costs);
        if (refusal.isEmpty()) {
            setLimit.remember(own.keySet(), set.highestRatio());
        }
        return refusal;
    }

    private Optional<Refusal> overBudget(SetMeasurement set, List<RuleCost> costs) {
        String death = set.death();
        if (death != null) {
            String reason = "all rules together %s while they were measured; publish fewer".formatted(death);
            return Optional.of(new Refusal(null, null, 0, reason));
        }
        String top = costs.stream()
                .sorted(Comparator.comparingDouble(RuleCost::ratio).reversed())
                .map(cost -> cost.rule().toString())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return set.costs().stream()
                .filter(cost -> cost.ratio() > budget.set())
                .map(cost -> String.format(
                        Locale.ROOT,
                        "all rules together cost %.1f times the reference rule on %,d bytes, and the budget is %.0f; start with %s",
                        cost.ratio(),
                        cost.length(),
                        budget.set(),
                        top))
                .map(reason -> new Refusal(null, null, 0, reason))
                .findFirst();
    }

    /** Takes out the rule, the file or everything. */
    private void removeRefused(Refusal refusal) {
        refusals.add(refusal);
        String rule = refusal.rule();
        if (refusal.file() == null) {
            remaining.clear();
        } else if (rule == null) {
            remaining.removeIf(source -> source.name().equals(refusal.file()));
        } else {
            remaining.replaceAll(source -> source.name().equals(refusal.file()) ? source.without(rule) : source);
        }
    }

    /** Compiles the remaining sources in the child and removes rules that do not compile; returns the rules in index order. */
    private List<Rule> compileRemaining() {
        try {
            if (compileUnknown()) {
                return compiled.rulesOf(remaining);
            }
        } catch (AdmissionTool.DeathException e) {
            refuseDeadly(e);
        }
        for (RuleSource source : compiled.findUnknown(remaining)) {
            keepWhatCompiles(source, new CompilableSubset(source, tool::compileInChild));
        }
        if (!compileUnknown()) {
            throw new IllegalStateException("files that compile alone do not compile together");
        }
        return compiled.rulesOf(remaining);
    }

    /** Whether all remaining files are known to compile now. */
    private boolean compileUnknown() {
        List<RuleSource> unknown = compiled.findUnknown(remaining);
        if (!unknown.isEmpty()) {
            CompileReport report = tool.compileInChild(unknown);
            if (report.failed()) {
                return false;
            }
            compiled.add(unknown, report.rules());
        }
        return true;
    }

    private void keepWhatCompiles(RuleSource source, CompilableSubset triage) {
        for (Quarantined quarantined : triage.quarantined()) {
            CompileMessage cause = quarantined.cause();
            String reason = "it does not compile: " + cause.text();
            refusals.add(new Refusal(quarantined.file(), quarantined.rule(), cause.line(), reason));
        }
        remaining.remove(source);
        triage.survivor().ifPresent(remaining::add);
        remaining.sort(Comparator.comparing(RuleSource::name));
    }

    /** Finds the files that the engine does not survive, each alone. */
    private void refuseDeadly(AdmissionTool.DeathException together) {
        int before = refusals.size();
        for (RuleSource source : compiled.findUnknown(remaining)) {
            try {
                tool.compileInChild(List.of(source));
            } catch (AdmissionTool.DeathException e) {
                removeRefused(new Refusal(source.name(), null, 1, "it %s while it compiled".formatted(e.getMessage())));
            }
        }
        if (refusals.size() == before) {
            removeRefused(new Refusal(null, null, 0, "it %s while it compiled".formatted(together.getMessage())));
        }
    }
}
