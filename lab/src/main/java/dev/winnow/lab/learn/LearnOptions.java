package dev.winnow.lab.learn;

/**
 * The options of learning.
 *
 * @param seed equal seeds give equal rules
 * @param maxRules the most rules, 1 to 2,000
 * @param maxWeight the most points a rule adds or takes, 1 to 100
 */
public record LearnOptions(long seed, int maxRules, int maxWeight) {
    public LearnOptions {
        if (maxRules < 1 || maxRules > 2_000) {
            throw new IllegalArgumentException("a learnt model has 1 to 2,000 rules, not " + maxRules);
        }
        if (maxWeight < 1 || maxWeight > 100) {
            throw new IllegalArgumentException("a learnt weight is 1 to 100 points, not " + maxWeight);
        }
    }
}
