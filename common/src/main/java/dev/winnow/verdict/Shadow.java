package dev.winnow.verdict;

import java.util.List;

/**
 * The rules in shadow that matched a message, and the verdict that the message would have with them. Immutable; any thread.
 *
 * @param rules the names of the rules, at most {@value #MAX_RULES}, largest weight first
 * @param category the category that the message would have
 * @param score the score that the message would have, 0 to 100
 * @param decidedBy the step of the policy that would have decided
 */
public record Shadow(List<String> rules, Category category, int score, DecidedBy decidedBy) {
    public static final int MAX_RULES = 8;

    public Shadow {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("a score is 0 to 100, is " + score);
        }
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("a verdict keeps at most " + MAX_RULES + " rules in shadow");
        }
        rules = List.copyOf(rules);
    }
}
