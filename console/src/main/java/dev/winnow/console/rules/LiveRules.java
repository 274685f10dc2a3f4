package dev.winnow.console.rules;

import dev.winnow.worker.rules.RuleFeed;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The live rules.
 *
 * @param feed keeps the rules live
 * @param sources reads the texts of the rule files, the bundled ones by topic
 * @param book the rules with their states, which can be changed
 */
public record LiveRules(RuleFeed feed, Supplier<List<RuleSource>> sources, RuleBook book) {}
