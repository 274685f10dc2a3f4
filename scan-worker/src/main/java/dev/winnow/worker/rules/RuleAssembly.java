package dev.winnow.worker.rules;

import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rules with their states and lists as one set with one version. A change of states or lists alone compiles no rule again, unless a rule is
 * turned off or on. One thread assembles and closes; any thread asks for companions.
 */
final class RuleAssembly implements AutoCloseable {
    /** Sets that are scanned with at once, at most: the live one, and earlier ones until their last envelope is done. */
    private static final int MAX_KEPT = 8;

    private final Map<String, RuleCompanions> companions = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleCompanions> eldest) {
            return size() > MAX_KEPT;
        }
    });
    private String label = "";
    private List<RuleSource> sources = List.of();
    private @Nullable RuleSet compiled;

    /**
     * Makes a set that the caller owns.
     *
     * @param admitted the sources, also with rules that are off
     * @param links the lists that links are compared with, which are part of the version
     * @param onCompile gets the result if rules had to be compiled
     * @throws dev.winnow.yara.NoLiveRulesException if not one rule compiles; the assembly stays as it was
     */
    RuleSet assemble(
            String nextLabel,
            List<RuleSource> admitted,
            RuleStates states,
            NamedLists lists,
            LinkLists links,
            Consumer<CompileResult> onCompile) {
        List<RuleSource> inPlay = RuleGates.withoutOff(admitted, states);
        RuleSet base = compiled;
        if (base == null || !inPlay.equals(sources) || !nextLabel.equals(label)) {
            CompileResult result = RuleCompiler.compile(nextLabel, inPlay);
            onCompile.accept(result);
            RuleSet next = result.orThrow();
            close();
            compiled = next;
            label = nextLabel;
            sources = inPlay;
            base = next;
        }
        String version = composeVersion(base, nextLabel, states, lists.hash() + links.hash());
        companions.remove(version);
        companions.put(version, new RuleCompanions(RuleGates.of(inPlay, states), lists, ListQuestions.of(inPlay)));
        return base.withVersion(version);
    }

    /** The states and lists of a set that was assembled here. */
    RuleCompanions companionsOf(String version) {
        RuleCompanions found = companions.get(version);
        if (found == null) {
            throw new IllegalStateException("rule set " + version + " was not assembled here");
        }
        return found;
    }

    /** The version of rules with states and lists; the version of the rules alone if there are none. */
    private static String composeVersion(RuleSet compiled, String label, RuleStates states, String listHash) {
        if (states.isEmpty() && listHash.isEmpty()) {
            return compiled.version();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(compiled.version().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(states.toFile().getBytes(StandardCharsets.UTF_8));
            digest.update(listHash.getBytes(StandardCharsets.UTF_8));
            String hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
            return label.isEmpty() ? hash : label + "-" + hash.substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Gives the compiled rules back; sets that were handed out stay with their owners. */
    @Override
    public void close() {
        RuleSet last = compiled;
        if (last != null) {
            last.close();
        }
    }
}
