package dev.winnow.console.rules;

import dev.winnow.console.access.OpsException;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The live rules for a reader. Any thread. */
public final class RuleShelf {
    private final LiveRules live;
    private final List<RuleExample> examples = RulePack.readBundled().examples();

    public RuleShelf(LiveRules live) {
        this.live = live;
    }

    /**
     * The live rule set.
     *
     * @param version its version
     * @param rules its rules that can decide, by file and in the order of the sources
     * @param helpers the number of private rules, which only other rules ask
     */
    public record Shelf(String version, List<RuleLine> rules, int helpers) {}

    /**
     * One rule.
     *
     * @param file the name of its file; empty if it is not known
     * @param line the first line in its file, from 1; 0 if it is not known
     * @param isProtecting whether a message that it matches must not be hidden
     */
    public record RuleLine(
            String name, String title, String category, int weight, String file, int line, boolean isProtecting) {}

    /**
     * One rule with its text.
     *
     * @param why the reason that the rule gives for itself; empty if it gives none
     * @param source the YARA text; empty if it is not known
     * @param matching texts that the rule must match
     * @param missing texts that the rule must not match
     */
    public record RulePage(RuleLine rule, String why, String source, List<String> matching, List<String> missing) {}

    /**
     * Reads the live rule set.
     *
     * @throws OpsException 503 if no rules are live yet
     */
    public Shelf readShelf() {
        RuleSet set = current();
        Map<String, RuleLine> known = new HashMap<>();
        List<RuleLine> lines = new ArrayList<>();
        Map<String, RuleSource> files = filesByRule();
        int helpers = 0;
        for (Rule rule : set.rules()) {
            if (rule.isPrivate()) {
                helpers++;
            } else if (known.putIfAbsent(rule.name(), toLine(rule, files)) == null) {
                lines.add(toLine(rule, files));
            }
        }
        return new Shelf(set.version(), lines, helpers);
    }

    /**
     * Reads one rule.
     *
     * @throws OpsException 404 if no live rule has this name
     */
    public RulePage readRule(String name) {
        Rule rule = current().rules().stream()
                .filter(each -> each.name().equals(name) && !each.isPrivate())
                .findFirst()
                .orElseThrow(() -> OpsException.notFound("No live rule has this name."));
        Map<String, RuleSource> files = filesByRule();
        RuleSource file = files.get(name);
        String why = rule.meta().get("why") instanceof dev.winnow.yara.MetaValue.Text(String text) ? text : "";
        return new RulePage(
                toLine(rule, files),
                why,
                file == null ? "" : file.rules().getOrDefault(name, ""),
                textsOf(name, true),
                textsOf(name, false));
    }

    private RuleSet current() {
        if (!live.feed().isLive()) {
            throw new OpsException(HttpStatus.SERVICE_UNAVAILABLE, "No rules are live yet: publish some first.");
        }
        return live.feed().activeRules().current();
    }

    private Map<String, RuleSource> filesByRule() {
        Map<String, RuleSource> files = new HashMap<>();
        for (RuleSource source : live.sources().get()) {
            source.rules().keySet().forEach(rule -> files.put(rule, source));
        }
        return files;
    }

    private static RuleLine toLine(Rule rule, Map<String, RuleSource> files) {
        RuleFact fact = RuleFact.ofRule(rule);
        RuleSource file = files.get(rule.name());
        return new RuleLine(
                fact.name(),
                fact.title(),
                fact.category().token(),
                fact.weight(),
                file == null ? "" : file.name(),
                file == null ? 0 : file.lineOf(rule.name()),
                fact.shields());
    }

    private List<String> textsOf(String rule, boolean matches) {
        return examples.stream()
                .filter(example -> example.rule().equals(rule) && example.matches() == matches)
                .map(RuleExample::text)
                .toList();
    }
}
