package dev.winnow.worker.rules;

import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.Quarantined;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleCost;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Admission as Winnow needs it: beside the engine's, a rule with meta that would be misread is refused, and with it the rules that refer
 * to it.
 */
public final class RuleAdmission {
    private RuleAdmission() {}

    /**
     * Admits rules that are to go live. Measures each in a child process, which takes a second and more. Any thread.
     *
     * @throws RuntimeException if the child process cannot run
     */
    public static AdmissionReport review(List<RuleSource> sources, Admission admission) {
        AdmissionReport measured = admission.reviewSources(sources);
        if (measured.costs().stream()
                .map(RuleCost::rule)
                .allMatch(rule -> RuleMeta.findWrongValues(rule).isEmpty())) {
            return measured;
        }
        AdmissionReport screened = screen(measured.admitted());
        List<Refusal> refusals = new ArrayList<>(measured.refusals());
        refusals.addAll(screened.refusals());
        Set<String> refused = new HashSet<>();
        screened.refusals().forEach(refusal -> refused.add(refusal.file() + ":" + refusal.rule()));
        List<RuleCost> costs = measured.costs().stream()
                .filter(cost -> !refused.contains(sourceOf(cost.rule(), sources).name() + ":"
                        + cost.rule().name()))
                .toList();
        return new AdmissionReport(screened.admitted(), refusals, costs);
    }

    /** The same without measuring, for rules that are tried in this process only. The report has no costs. */
    public static AdmissionReport screen(List<RuleSource> sources) {
        List<Refusal> refusals = new ArrayList<>();
        List<RuleSource> remaining = new ArrayList<>(sources);
        while (!remaining.isEmpty()) {
            List<Refusal> found = new ArrayList<>();
            CompileResult result = RuleCompiler.compile(remaining);
            result.quarantined().forEach(rule -> found.add(refusal(rule)));
            if (!(result instanceof CompileResult.Compiled(RuleSet rules, var _, var _))) {
                refusals.addAll(found);
                return new AdmissionReport(List.of(), refusals, List.of());
            }
            try (rules) {
                for (Rule rule : rules.rules()) {
                    RuleSource source = sourceOf(rule, remaining);
                    RuleMeta.findWrongValues(rule).stream()
                            .map(reason -> new Refusal(source.name(), rule.name(), source.lineOf(rule.name()), reason))
                            .forEach(found::add);
                }
            }
            if (found.isEmpty()) {
                break;
            }
            refusals.addAll(found);
            found.forEach(refusal -> remove(refusal, remaining));
        }
        return new AdmissionReport(remaining, refusals, List.of());
    }

    private static Refusal refusal(Quarantined rule) {
        String reason = "it does not compile: " + rule.cause().text();
        return new Refusal(rule.file(), rule.rule(), rule.cause().line(), reason);
    }

    private static void remove(Refusal refusal, List<RuleSource> sources) {
        String rule = refusal.rule();
        for (RuleSource source : List.copyOf(sources)) {
            if (source.name().equals(refusal.file())) {
                RuleSource rest = rule == null ? source : source.without(rule);
                if (rest.equals(source)) {
                    sources.remove(source);
                } else {
                    sources.set(sources.indexOf(source), rest);
                }
            }
        }
    }

    private static RuleSource sourceOf(Rule rule, List<RuleSource> sources) {
        return sources.stream()
                .filter(source -> source.namespace().equals(rule.namespace()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("rule '" + rule + "' comes from no source"));
    }
}
