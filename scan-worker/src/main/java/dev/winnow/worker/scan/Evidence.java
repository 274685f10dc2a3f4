package dev.winnow.worker.scan;

import dev.winnow.tenant.SenderLists;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;

/**
 * The sums over matched rules that a decision needs. A rule can be added and taken away again, so that a verdict without one rule costs a
 * few additions. One thread.
 */
final class Evidence {
    private static final int MAX_SCORE = 100;

    private int weight;
    private int ownWeight;
    private int points;
    private int shields;
    private int unmasks;
    private int promotions;
    private int transactions;

    void add(RuleFact rule) {
        count(rule, 1);
    }

    void remove(RuleFact rule) {
        count(rule, -1);
    }

    /**
     * The sum of the weights, cut to 0 to 100. Points of variables add to it; where they take away, they take from the bundled rules, so that
     * an operator's own rule keeps its weight.
     */
    int score() {
        long bundled = Math.clamp(weight, 0, MAX_SCORE);
        long judged = points < 0 ? Math.max(0, bundled + points) : bundled + points;
        return Math.clamp(judged + ownWeight, 0, MAX_SCORE);
    }

    private int sumWeights() {
        return Math.clamp((long) weight + ownWeight, 0, MAX_SCORE);
    }

    DecidedBy findDecider(SenderLists.Listing listing) {
        if (listing.isAllowed()) {
            return DecidedBy.ALLOWED_SENDER;
        }
        if (shields > 0 && unmasks == 0) {
            return DecidedBy.PROTECTED;
        }
        return listing.isBlocked() ? DecidedBy.BLOCKED_SENDER : DecidedBy.SCORE;
    }

    Category findCategory(DecidedBy decider, TenantSettings settings) {
        return switch (decider) {
            case ALLOWED_SENDER -> findHarmless(settings);
            case PROTECTED -> Category.TRANSACTION;
            case BLOCKED_SENDER -> Category.JUNK;
            case SCORE -> score() >= settings.junkThreshold() ? Category.JUNK : findHarmless(settings);
        };
    }

    private Category findHarmless(TenantSettings settings) {
        if (sumWeights() >= settings.promotionThreshold() && promotions > 0) {
            return Category.PROMOTION;
        }
        return transactions > 0 ? Category.TRANSACTION : Category.CLEAN;
    }

    private void count(RuleFact rule, int times) {
        if (rule.points() != null) {
            points += times * rule.weight();
        } else if (rule.bundled()) {
            weight += times * rule.weight();
        } else {
            ownWeight += times * rule.weight();
        }
        shields += rule.shields() ? times : 0;
        unmasks += rule.unmasks() ? times : 0;
        promotions += rule.category() == Category.PROMOTION ? times : 0;
        transactions += rule.category() == Category.TRANSACTION ? times : 0;
    }
}
