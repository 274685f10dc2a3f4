package dev.winnow.worker.rules;

import dev.winnow.publication.TrippedRule;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import java.util.List;

/** The effect of fuses on the states of rules. Stateless. */
public final class FuseTrips {
    private FuseTrips() {}

    /** States with the rules in shadow that fuses put there; pinned rules stay as they are. */
    public static RuleStates applyTo(RuleStates states, List<TrippedRule> trips) {
        RuleStates all = states;
        for (TrippedRule trip : trips) {
            RuleState state = all.stateOf(trip.rule());
            if (state.mode() == RuleState.Mode.ACTIVE && !state.pinned()) {
                all = all.with(state.inShadow("fuse: it " + trip.reason()));
            }
        }
        return all;
    }
}
