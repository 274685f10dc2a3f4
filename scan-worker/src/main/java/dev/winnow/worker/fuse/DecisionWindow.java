package dev.winnow.worker.fuse;

import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The sums of the last few hundred messages, from sums that only grow. One thread. */
final class DecisionWindow {
    /** Parts of the window; a part has about {@link dev.winnow.statistics.RuleCounters#STRIDE} messages. */
    private static final int PARTS = 4;

    private final Deque<RuleSums> parts = new ArrayDeque<>();
    private RuleSums last = RuleSums.NONE;

    /** Adds the messages since the last call. */
    void advance(RuleSums sinceStart) {
        Map<String, RuleCounts> rules = new TreeMap<>();
        sinceStart.rules().forEach((rule, counts) -> rules.put(rule, counts.minus(last.countsOf(rule))));
        parts.addLast(new RuleSums(sinceStart.messages() - last.messages(), rules));
        last = sinceStart;
        if (parts.size() > PARTS) {
            parts.removeFirst();
        }
    }

    RuleSums sums() {
        return RuleSums.total(parts);
    }
}
