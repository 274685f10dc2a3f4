package dev.winnow.console.rules;

import dev.winnow.console.access.OpsException;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.yara.MetaValue;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The live rules for a reader. Calls block; any thread. */
public final class RuleShelf {
    private final LiveRules live;
    private final RuleDesk desk;
    private final List<RuleExample> examples = RulePack.readBundled().examples();
    private volatile RuleCatalogue catalogue = new RuleCatalogue("", Map.of());

    public RuleShelf(LiveRules live, RuleDesk desk) {
        this.live = live;
        this.desk = desk;
    }

    /**
     * The live rule set.
     *
     * @param version its version
     * @param rules its rules that can decide, in the order of the sources, then the rules that are off
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
            String name,
            String title,
            String category,
            int weight,
            String file,
            int line,
            boolean isProtecting,
            StateLine state) {}

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
        RuleCatalogue texts = catalogueOf(set);
        Map<String, StateLine> states = desk.readStateLines();
        Map<String, RuleLine> lines = new LinkedHashMap<>();
        int helpers = 0;
        for (Rule rule : set.rules()) {
            if (rule.isPrivate()) {
                helpers++;
            } else {
                lines.putIfAbsent(rule.name(), toLine(rule, texts, states));
            }
        }
        states.forEach((rule, state) -> {
            RuleCatalogue.Entry text = texts.find(rule);
            if (text != null && isOff(state)) {
                lines.putIfAbsent(rule, toLine(rule, text, state));
            }
        });
        return new Shelf(set.version(), new ArrayList<>(lines.values()), helpers);
    }

    /**
     * Reads one rule.
     *
     * @throws OpsException 404 if no live rule, and no rule that is off, has this name
     */
    public RulePage readRule(String name) {
        RuleSet set = current();
        RuleCatalogue texts = catalogueOf(set);
        Map<String, StateLine> states = desk.readStateLines();
        RuleCatalogue.@Nullable Entry text = texts.find(name);
        Optional<Rule> compiled = set.rules().stream()
                .filter(each -> each.name().equals(name) && !each.isPrivate())
                .findFirst();
        StateLine state = states.get(name);
        RuleLine line;
        if (compiled.isPresent()) {
            line = toLine(compiled.get(), texts, states);
        } else if (text != null && state != null && isOff(state)) {
            line = toLine(name, text, state);
        } else {
            throw OpsException.notFound("No live rule has this name.");
        }
        String why = compiled.map(rule -> rule.meta().get("why"))
                .map(value -> value instanceof MetaValue.Text(String reason) ? reason : "")
                .orElse("");
        return new RulePage(line, why, text == null ? "" : text.text(), textsOf(name, true), textsOf(name, false));
    }

    private RuleSet current() {
        if (!live.feed().isLive()) {
            throw new OpsException(HttpStatus.SERVICE_UNAVAILABLE, "No rules are live yet: publish some first.");
        }
        return live.feed().activeRules().current();
    }

    private RuleCatalogue catalogueOf(RuleSet set) {
        RuleCatalogue known = catalogue;
        if (!known.version().equals(set.version())) {
            known = RuleCatalogue.read(set.version(), live.book().readFiles());
            catalogue = known;
        }
        return known;
    }

    private static boolean isOff(StateLine state) {
        return state.mode().equals(RuleState.Mode.OFF.token());
    }

    private static RuleLine toLine(Rule rule, RuleCatalogue texts, Map<String, StateLine> states) {
        RuleFact fact = RuleFact.ofRule(rule);
        RuleCatalogue.@Nullable Entry text = texts.find(rule.name());
        return new RuleLine(
                fact.name(),
                fact.title(),
                fact.category().token(),
                fact.weight(),
                text == null ? "" : text.file(),
                text == null ? 0 : text.line(),
                fact.shields(),
                states.getOrDefault(rule.name(), StateLine.of(RuleState.active(rule.name()))));
    }

    /** A rule that is not compiled, as far as its text tells. */
    private static RuleLine toLine(String name, RuleCatalogue.Entry text, StateLine state) {
        String title = text.findMeta("title");
        String category = text.findMeta("category");
        String weight = text.findMeta("weight");
        return new RuleLine(
                name,
                title == null ? name : title,
                category == null ? "clean" : category,
                weight == null ? 0 : Integer.parseInt(weight),
                text.file(),
                text.line(),
                false,
                state);
    }

    private List<String> textsOf(String rule, boolean matches) {
        return examples.stream()
                .filter(example -> example.rule().equals(rule) && example.matches() == matches)
                .map(RuleExample::text)
                .toList();
    }
}
