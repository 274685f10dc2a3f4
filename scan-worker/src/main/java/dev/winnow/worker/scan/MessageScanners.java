package dev.winnow.worker.scan;

import dev.winnow.campaign.WaveCounters;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.WordingModel;
import dev.winnow.worker.scan.wording.WordingScorer;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.ScanOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out scanners on the rules that are live. Any thread; the caller owns the rules. */
public final class MessageScanners {
    /**
     * The options that the rules' owner should scan with: more spans than a match keeps, as some become one, and at most 0.8 s of
     * processor time for a scan.
     */
    public static final ScanOptions SCAN_OPTIONS = new ScanOptions(Duration.ofMillis(800), 4 * RuleMatch.MAX_SPANS);

    private final Supplier<ActiveRules> rules;
    private final Supplier<LinkLists> lists;

    /** One a scan thread: a scorer holds some tens of kilobytes, and most envelopes of a quiet hour hold one message. */
    private final ThreadLocal<WordingScorer> scorers;

    private final Function<String, RuleCompanions> companions;
    private final @Nullable RuleCounters counters;
    private final @Nullable WaveCounters waves;
    private final AtomicReference<@Nullable RuleFacts> facts = new AtomicReference<>();

    public MessageScanners(ActiveRules rules) {
        this(() -> rules, LinkLists::bundled);
    }

    /** Compares links with lists of the caller's. */
    public MessageScanners(ActiveRules rules, LinkLists lists) {
        this(() -> rules, () -> lists);
    }

    /** Scores the wording by a model of the caller's. */
    public MessageScanners(ActiveRules rules, LinkLists lists, WordingModel model) {
        this(() -> rules, () -> lists, model, _ -> RuleCompanions.NONE, null, null);
    }

    /**
     * Scans with rules that need not be there yet.
     *
     * @param rules the live rules; asked for every scanner
     * @param lists the lists that links are compared with; asked for every scanner
     */
    public MessageScanners(Supplier<ActiveRules> rules, Supplier<LinkLists> lists) {
        this(rules, lists, WordingModel.bundled(), _ -> RuleCompanions.NONE, null, null);
    }

    /**
     * Scans with rules that have states.
     *
     * @param rules the live rules; asked for every scanner
     * @param lists the lists that links are compared with; asked for every scanner
     * @param companions the states and lists of a rule set by its version; asked before the set's first scan
     * @param counters count messages and hits; null to count nothing
     */
    public MessageScanners(
            Supplier<ActiveRules> rules,
            Supplier<LinkLists> lists,
            Function<String, RuleCompanions> companions,
            @Nullable RuleCounters counters) {
        this(rules, lists, companions, counters, null);
    }

    /**
     * Scans with rules that have states, and counts campaigns.
     *
     * @param rules the live rules; asked for every scanner
     * @param lists the lists that links are compared with; asked for every scanner
     * @param companions the states and lists of a rule set by its version; asked before the set's first scan
     * @param counters count messages and hits; null to count nothing
     * @param waves count campaigns; null to count none
     */
    public MessageScanners(
            Supplier<ActiveRules> rules,
            Supplier<LinkLists> lists,
            Function<String, RuleCompanions> companions,
            @Nullable RuleCounters counters,
            @Nullable WaveCounters waves) {
        this(rules, lists, WordingModel.bundled(), companions, counters, waves);
    }

    private MessageScanners(
            Supplier<ActiveRules> rules,
            Supplier<LinkLists> lists,
            WordingModel model,
            Function<String, RuleCompanions> companions,
            @Nullable RuleCounters counters,
            @Nullable WaveCounters waves) {
        this.scorers = ThreadLocal.withInitial(() -> new WordingScorer(model));
        this.rules = rules;
        this.lists = lists;
        this.companions = companions;
        this.counters = counters;
        this.waves = waves;
    }

    /**
     * A scanner for this thread, to be closed soon: while it is open, its rule set stays in memory. Take one for each envelope,
     * so that one rule set judges all of it.
     *
     * @throws IllegalStateException if the rules are closed
     */
    public MessageScanner openScanner() {
        ActiveRules.Lease lease = rules.get().leaseScanner();
        return new MessageScanner(lease, factsOf(lease.rules()), lists.get(), scorers::get, counters, waves);
    }

    /** The version of the rule set that is live now. */
    public String ruleset() {
        return rules.get().current().version();
    }

    // Two threads that see a new rule set at once both read it; that costs less than a lock on every scan.
    private RuleFacts factsOf(RuleSet live) {
        RuleFacts known = facts.get();
        if (known == null || known.rules() != live) {
            known = RuleFacts.factsOf(live, companions.apply(live.version()), counters);
            facts.set(known);
        }
        return known;
    }
}
