package dev.winnow.local.backtest;

import dev.winnow.console.rules.RuleBook;
import dev.winnow.local.rules.RulesOption;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A folder of rules and lists that are tried on top of the live ones. Immutable; any thread.
 *
 * @param sources its rule files
 * @param linkTexts the texts of its lists for links, by file name
 * @param listTexts the texts of its lists that rules ask for, by name
 */
record CandidateFolder(List<RuleSource> sources, Map<String, String> linkTexts, SortedMap<String, String> listTexts) {
    /**
     * Reads a folder; names the files that are left out.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    static CandidateFolder read(Path folder, PrintWriter err) throws IOException {
        return new CandidateFolder(
                RulesOption.readSources(folder, true, err),
                LinkLists.readFolder(folder),
                ListFiles.readTexts(folder.resolve(NamedLists.FOLDER)));
    }

    /** Reads what {@link #toBytes} wrote. */
    static CandidateFolder parse(byte[] bytes) {
        RuleBundle bundle = RuleBundle.parseZip(bytes);
        return new CandidateFolder(bundle.sources(), bundle.lists(), bundle.namedTexts());
    }

    /** The folder as one file. */
    byte[] toBytes() {
        RuleBundle.Manifest manifest = new RuleBundle.Manifest("candidate", "", RuleSet.ENGINE_VERSION, 0, List.of());
        return new RuleBundle(manifest, sources, RuleStates.NONE, linkTexts, listTexts).toBytes();
    }

    /** The live rules with this folder on top. Its rules are active; all others keep their states. */
    RuleBook.Release putOnTop(RuleBook.Release live) {
        Set<String> replaced = sources.stream().map(RuleSource::namespace).collect(Collectors.toSet());
        List<RuleSource> all = new ArrayList<>(sources);
        live.sources().stream()
                .filter(source -> !replaced.contains(source.namespace()))
                .forEach(all::add);
        RuleStates states = live.states();
        for (RuleSource source : sources) {
            for (String rule : source.references().keySet()) {
                states = states.with(RuleState.active(rule));
            }
        }
        return new RuleBook.Release(
                replaced.stream().anyMatch(CandidateFolder::isBundled) ? cutPack(all) : all,
                states,
                live.lists().withOnTop(ListTexts.parse(listTexts)),
                linkTexts.isEmpty() ? live.links() : LinkLists.withLines(linkTexts));
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
