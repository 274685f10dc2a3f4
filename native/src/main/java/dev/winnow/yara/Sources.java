package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources under admission: refused rules are removed, and the rest is compiled again. */
final class Sources {

    private final List<RuleSource> remaining;
    private final Set<Refusal> refusals = new LinkedHashSet<>();

    Sources(List<RuleSource> sources) {
        this.remaining = new ArrayList<>(sources);
    }

    List<RuleSource> listSources() {
        return List.copyOf(remaining);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Takes out the rule, the file or everything. */
    void removeRefused(Refusal refusal) {
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
    List<Rule> compileRemaining(AdmissionTool tool) {
        try {
            CompileReport report = tool.compileInChild(listSources());
            if (!report.failed()) {
                return report.rules();
            }
        } catch (AdmissionTool.DeathException e) {
            refuseDeadly(tool, e);
        }
        for (RuleSource source : listSources()) {
            keepWhatCompiles(source, new CompilableSubset(source, tool::compileInChild));
        }
        return remaining.isEmpty()
                ? List.of()
                : tool.compileInChild(listSources()).rules();
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
    private void refuseDeadly(AdmissionTool tool, AdmissionTool.DeathException together) {
        int before = refusals.size();
        for (RuleSource source : listSources()) {
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
