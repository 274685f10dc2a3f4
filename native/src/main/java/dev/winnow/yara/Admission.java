package dev.winnow.yara;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides once, when rules are published, which may go live. Sources are read for contents that are refused outright ({@code include},
 * modules, {@code entrypoint}, repeat counts over 30,000, too many strings or tags), then compiled and timed in child processes on
 * texts made from their own patterns, of 500 and 8,192 bytes: a crash or a hang there is a finding. Each rule is measured with the
 * rules it refers to and no others, on all processors at once, some ten milliseconds of processor time for each; its figure is
 * kept until its text changes. Any thread.
 */
public final class Admission {

    private final Budget budget;
    private final Duration patience;
    private final MeasurementCache cache;
    private final AdmissionListener listener;

    /** With {@link Budget#DEFAULT}, and five minutes for each run of the child. */
    public Admission() {
        this(Budget.DEFAULT, Duration.ofMinutes(5));
    }

    /**
     * With a budget of one's own.
     *
     * @param patience how much processor time one run of the child may take before it is a hang
     */
    public Admission(Budget budget, Duration patience) {
        this(budget, patience, MeasurementCache.shared(), AdmissionListener.NONE);
    }

    private Admission(Budget budget, Duration patience, MeasurementCache cache, AdmissionListener listener) {
        this.budget = budget;
        this.patience = patience;
        this.cache = cache;
        this.listener = listener;
    }

    /**
     * The same admission, which keeps the figures of measured rules in a file: an unchanged rule is not measured again, not even
     * after a restart. The file is made if it is not there; its folder must be.
     */
    public Admission withFigures(Path file) {
        return new Admission(budget, patience, MeasurementCache.at(file), listener);
    }

    /** The same admission, which tells how far it is. */
    public Admission withListener(AdmissionListener next) {
        return new Admission(budget, patience, cache, next);
    }

    /**
     * Removes rules that may not go live from the sources.
     *
     * @throws IllegalArgumentException if two files share a namespace
     */
    public AdmissionReport reviewSources(List<RuleSource> sources) {
        Sources remaining = new Sources(RuleCompiler.inOrder(sources));
        for (RuleSource source : remaining.listSources()) {
            SourceChecks.checkSource(source).forEach(remaining::removeRefused);
        }
        try (AdmissionTool tool = new AdmissionTool(patience)) {
            return reviewSources(remaining, tool);
        }
    }

    private AdmissionReport reviewSources(Sources remaining, AdmissionTool tool) {
        Measuring measuring = new Measuring(tool, cache, listener, budget.rule());
        while (!remaining.listSources().isEmpty()) {
            List<Rule> rules = remaining.compileRemaining(tool);
            if (rules.isEmpty()) {
                break;
            }
            List<RuleText> texts = RuleText.of(remaining.listSources(), rules);
            Measurement measured = measuring.measure(texts);
            List<Refusal> refused = findRefusals(measured, rules, texts);
            if (refused.isEmpty()) {
                SetMeasurement set = measuring.measureSet(remaining.listSources(), texts, measured);
                overBudget(set, measured.costsOf(rules)).ifPresent(refused::add);
            }
            if (refused.isEmpty()) {
                return new AdmissionReport(remaining.listSources(), remaining.refusals(), measured.costsOf(rules));
            }
            refused.forEach(remaining::removeRefused);
        }
        return new AdmissionReport(List.of(), remaining.refusals(), List.of());
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
}
