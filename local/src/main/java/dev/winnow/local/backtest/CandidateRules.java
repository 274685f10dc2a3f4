package dev.winnow.local.backtest;

import dev.winnow.console.rules.RuleBook;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules in use with the candidate's files on top. The candidate's rules are active; all others keep their states. */
record CandidateRules(List<RuleSource> sources, RuleStates states) {
    static CandidateRules putOnTop(RuleBook.InUse inUse, List<RuleSource> own) {
        Set<String> replaced = own.stream().map(RuleSource::namespace).collect(Collectors.toSet());
        List<RuleSource> sources = new ArrayList<>(own);
        inUse.sources().stream()
                .filter(source -> !replaced.contains(source.namespace()))
                .forEach(sources::add);
        RuleStates states = inUse.states();
        for (RuleSource source : own) {
            for (String rule : source.references().keySet()) {
                states = states.with(RuleState.active(rule));
            }
        }
        return new CandidateRules(
                replaced.stream().anyMatch(CandidateRules::isBundled) ? cutPack(sources) : sources, states);
    }

    private static boolean isBundled(String namespace) {
        return RulePack.readBundled().files().stream()
                .anyMatch(file -> new RuleSource(file.name(), "").namespace().equals(namespace));
    }

    /** Leaves out the files of the bundled pack that others replace. */
    private static List<RuleSource> cutPack(List<RuleSource> sources) {
        String pack = RulePack.readBundled().sourceWithout(Set.of()).name();
        return RuleFolder.withBundled(
                sources.stream().filter(source -> !source.name().equals(pack)).toList());
    }
}
