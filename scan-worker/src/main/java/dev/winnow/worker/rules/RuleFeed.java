package dev.winnow.worker.rules;

import dev.winnow.fleet.Readiness;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import java.util.Optional;

/** Keeps some rules live. */
public interface RuleFeed extends Readiness, AutoCloseable {
    /**
     * The live rules, owned by this feed.
     *
     * @throws IllegalStateException if there are none yet; see {@link #whenLive}
     */
    ActiveRules activeRules();

    /** The lists that links are compared with. */
    default LinkLists linkLists() {
        return LinkLists.bundled();
    }

    /** The states and lists of a rule set of this feed, by its version. */
    RuleCompanions companionsOf(String version);

    /** The states of the live rules. */
    RuleStates states();

    /** Puts a rule into shadow until an operator changes its state. Any thread; may block. */
    void putInShadow(String rule, String reason);

    /** Whether there are live rules. Before that a worker must not receive: without rules it cannot judge. */
    default boolean isLive() {
        return true;
    }

    @Override
    default Optional<String> findWait() {
        return isLive()
                ? Optional.empty()
                : Optional.of("no rules are published yet: publish some with winnow rules publish");
    }

    /** Runs an action once there are live rules: now, or on the thread that makes the first rules live. Any thread. */
    default void whenLive(Runnable action) {
        action.run();
    }

    @Override
    void close();
}
