package dev.winnow.yara;

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
 * Decides once, when rules are published, what may go live. Sources are read for what is refused outright ({@code include},
 * modules, {@code entrypoint}, repeat counts over 30,000), then compiled and timed in a child process on texts made to be hard on
 * them, of 500 and 8,192 bytes: a crash or a hang there is a finding. Takes seconds: up to a tenth of a second of processor
 * time for each rule. Any thread.
 */
public final class Admission {

    private final Budget budget;
    private final Duration patience;

    /** With {@link Budget#DEFAULT}, and five minutes for each run of the child. */
    public Admission() {
        this(Budget.DEFAULT, Duration.ofMinutes(5));
    }

    /**
     * With a budget of one's own.
     *
     * @param patience how long one run of the child may take before it is a hang
     */
    public Admission(Budget budget, Duration patience) {
        this.budget = budget;
        this.patience = patience;
    }

    /**
     * Takes out of the sources what may not go live.
     *
     * @throws IllegalArgumentException if two files share a namespace
     */
    public AdmissionReport review(List<RuleSource> sources) {
        Sources remaining = new Sources(RuleCompiler.inOrder(sources));
        for (RuleSource source : remaining.list()) {
            SourceChecks.check(source).forEach(remaining::refuse);
        }
        try (AdmissionTool tool = new AdmissionTool(patience)) {
            return review(remaining, tool);
        }
    }

    private AdmissionReport review(Sources remaining, AdmissionTool tool) {
        while (!remaining.list().isEmpty()) {
            List<Rule> rules = remaining.compile(tool);
            if (rules.isEmpty()) {
                break;
            }
            Measurement measured = tool.measure(remaining.list(), remaining.seeds(rules), budget.rule());
            List<Refusal> refused = refusals(measured, rules, remaining);
            if (refused.isEmpty()) {
                return new AdmissionReport(remaining.list(), remaining.refusals(), measured.costs(rules));
            }
            refused.forEach(remaining::refuse);
        }
        return new AdmissionReport(List.of(), remaining.refusals(), List.of());
    }

    private List<Refusal> refusals(Measurement measured, List<Rule> rules, Sources sources) {
        List<Refusal> refusals = new ArrayList<>();
        for (RuleCost cost : measured.costs(rules)) {
            if (cost.ratio() > budget.rule()) {
                refusals.add(sources.refusal(cost.rule(), tooExpensive(cost)));
            }
        }
        Set<Integer> named = new HashSet<>();
        for (Measurement.Exhausted exhausted : measured.exhausted()) {
            if (!named.add(exhausted.rule())) {
                continue;
            }
            String reason = "%s, by %,d bytes of %s; bound its repeats"
                    .formatted(exhausted.error().text(), exhausted.length(), exhausted.text());
            refusals.add(sources.refusal(rules.get(exhausted.rule()), reason));
        }
        if (measured.death() != null) {
            String reason = "it %s while it was measured; rewrite it".formatted(measured.death());
            refusals.add(measured.lastBegun()
                    .map(index -> sources.refusal(rules.get(index), reason))
                    .orElse(new Refusal(null, null, 0, reason)));
        }
        if (refusals.isEmpty()) {
            overBudget(measured, rules).ifPresent(refusals::add);
        }
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

    private Optional<Refusal> overBudget(Measurement measured, List<Rule> rules) {
        String top = measured.costs(rules).stream()
                .sorted(Comparator.comparingDouble(RuleCost::ratio).reversed())
                .map(cost -> cost.rule().toString())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return measured.setCosts().stream()
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
