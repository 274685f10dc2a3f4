package dev.winnow.worker.scan;

import dev.winnow.tenant.SenderLists;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * From matched rules to a decision. The first that applies decides:
 *
 * <ol>
 *   <li>The sender is allowed: never junk.
 *   <li>A rule of the protected class matched, and none that unmasks a fraud: transaction.
 *   <li>The sender is blocked: junk.
 *   <li>The score, the sum of all weights capped to 0 to 100, reaches the junk threshold: junk. Below it, a promotion rule and
 *       the promotion threshold make a promotion, so that advertising which shouts in several ways is junk; then a
 *       transaction rule makes a transaction; otherwise the message is clean.
 * </ol>
 *
 * <p>Pure; any thread.
 */
public final class Policy {
    private Policy() {}

    /**
     * A decision of the policy.
     *
     * @param score 0 to 100
     */
    public record Decision(Category category, int score, DecidedBy decidedBy) {}

    /**
     * Decides on a message.
     *
     * @param matched each matched rule once, in any order
     * @param sender null when unknown
     */
    public static Decision decideVerdict(
            Collection<RuleFact> matched, @Nullable String sender, TenantSettings settings) {
        int score = Math.clamp(matched.stream().mapToInt(RuleFact::weight).sum(), 0, 100);
        SenderLists.Listing listing = settings.senders().find(sender);
        if (listing.isAllowed()) {
            return new Decision(harmlessCategory(matched, score, settings), score, DecidedBy.ALLOWED_SENDER);
        }
        if (isProtected(matched)) {
            return new Decision(Category.TRANSACTION, score, DecidedBy.PROTECTED);
        }
        if (listing.isBlocked()) {
            return new Decision(Category.JUNK, score, DecidedBy.BLOCKED_SENDER);
        }
        Category category =
                score >= settings.junkThreshold() ? Category.JUNK : harmlessCategory(matched, score, settings);
        return new Decision(category, score, DecidedBy.SCORE);
    }

    private static boolean isProtected(Collection<RuleFact> matched) {
        return matched.stream().anyMatch(RuleFact::shields) && matched.stream().noneMatch(RuleFact::unmasks);
    }

    private static Category harmlessCategory(Collection<RuleFact> matched, int score, TenantSettings settings) {
        if (score >= settings.promotionThreshold() && hasCategory(matched, Category.PROMOTION)) {
            return Category.PROMOTION;
        }
        return hasCategory(matched, Category.TRANSACTION) ? Category.TRANSACTION : Category.CLEAN;
    }

    private static boolean hasCategory(Collection<RuleFact> matched, Category category) {
        return matched.stream().anyMatch(rule -> rule.category() == category);
    }
}
