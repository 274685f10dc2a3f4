package dev.winnow.console.rules;

import dev.winnow.worker.rules.RuleFeed;

/**
 * The live rules.
 *
 * @param feed keeps the rules live
 * @param book the rules with their states, which can be changed
 */
public record LiveRules(RuleFeed feed, RuleBook book) {}
