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
        Evidence evidence = new Evidence();
        matched.forEach(evidence::add);
        return decideVerdict(evidence, settings.senders().find(sender), settings);
    }

    static Decision decideVerdict(Evidence evidence, SenderLists.Listing listing, TenantSettings settings) {
        DecidedBy decider = evidence.findDecider(listing);
        return new Decision(evidence.findCategory(decider, settings), evidence.score(), decider);
    }

    static Category decideCategory(Evidence evidence, SenderLists.Listing listing, TenantSettings settings) {
        return evidence.findCategory(evidence.findDecider(listing), settings);
    }
}
