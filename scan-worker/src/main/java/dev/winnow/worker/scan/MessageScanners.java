package dev.winnow.worker.scan;

import dev.winnow.verdict.RuleMatch;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.ScanOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Hands out scanners on the rules that are live. Any thread; the caller owns the rules. */
public final class MessageScanners {
    /**
     * The options that the rules' owner should scan with: more spans than a match keeps, as some become one, and at most 0.8 s of
     * processor time for a scan.
     */
    public static final ScanOptions SCAN_OPTIONS = new ScanOptions(Duration.ofMillis(800), 4 * RuleMatch.MAX_SPANS);

    private final ActiveRules rules;
    private final AtomicReference<RuleFacts> facts;

    public MessageScanners(ActiveRules rules) {
        this.rules = rules;
        this.facts = new AtomicReference<>(RuleFacts.of(rules.current()));
    }

    /**
     * A scanner for this thread, to be closed soon: while it is open, its rule set stays in memory. Take one for each envelope,
     * so that one rule set judges all of it.
     *
     * @throws IllegalStateException if the rules are closed
     */
    public MessageScanner open() {
        ActiveRules.Lease lease = rules.lease();
        return new MessageScanner(lease, factsOf(lease.rules()));
    }

    /** The version of the rule set that is live now. */
    public String ruleset() {
        return rules.current().version();
    }

    // Two threads that see a new rule set at once both read it; that costs less than a lock on every scan.
    private RuleFacts factsOf(RuleSet live) {
        RuleFacts known = facts.get();
        if (known.rules() != live) {
            known = RuleFacts.of(live);
            facts.set(known);
        }
        return known;
    }
}
