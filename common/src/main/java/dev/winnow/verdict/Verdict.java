package dev.winnow.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome for a message. Immutable; any thread. */
public sealed interface Verdict {
    /**
     * The message was scanned and judged.
     *
     * @param category the category of the message
     * @param score the sum of the matched rules' weights, capped to 0 to 100
     * @param decidedBy the step of the policy that decided
     * @param matches the matched rules, largest weight first, at most {@value #MAX_MATCHES}
     * @param truncated whether matches, spans or text were cut to their limits
     * @param incomplete the names of rules that could not be evaluated on this text and were left out; usually empty
     * @param shadow the rules in shadow that matched; null if none did
     */
    record Judged(
            Category category,
            int score,
            DecidedBy decidedBy,
            List<RuleMatch> matches,
            boolean truncated,
            List<String> incomplete,
            @Nullable Shadow shadow)
            implements Verdict {
        /** A verdict on a message that no rule in shadow matched. */
        public Judged(
                Category category,
                int score,
                DecidedBy decidedBy,
                List<RuleMatch> matches,
                boolean truncated,
                List<String> incomplete) {
            this(category, score, decidedBy, matches, truncated, incomplete, null);
        }

        public Judged {
            if (score < 0 || score > 100) {
                throw new IllegalArgumentException("a score is 0 to 100, is " + score);
            }
            if (matches.size() > MAX_MATCHES) {
                throw new IllegalArgumentException("a verdict keeps at most " + MAX_MATCHES + " matches");
            }
            matches = List.copyOf(matches);
            incomplete = List.copyOf(incomplete);
        }
    }

    /** The message could not be scanned; this never counts as clean. The reason is a short sentence for the operator. */
    record Failed(String reason) implements Verdict {}

    /** The message waited past the deadline of its tenant and was not scanned. The reason is a short sentence for the operator. */
    record Expired(String reason) implements Verdict {}

    int MAX_MATCHES = 8;
}
