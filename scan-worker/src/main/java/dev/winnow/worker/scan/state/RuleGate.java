package dev.winnow.worker.scan.state;

import java.util.List;

/**
 * The gate of a rule that is not simply active: its own state, and the states of the rules that it refers to. The rule is part of a verdict
 * if each of these states says so for the message. Immutable; any thread.
 *
 * @param conditions at least one
 */
public record RuleGate(List<Condition> conditions) {
    public RuleGate {
        conditions = List.copyOf(conditions);
    }

    /**
     * The condition of one state.
     *
     * @param salt makes the shares of two rules independent
     * @param share the messages for which the rule is active, in percent; 0 for a rule in shadow
     * @param until the end of the state in milliseconds since the epoch
     */
    record Condition(long salt, int share, long until) {
        static Condition ofState(RuleState state) {
            int share = state.mode() == RuleState.Mode.ACTIVE ? state.share() : 0;
            long until = state.until() == null ? Long.MAX_VALUE : state.until().toEpochMilli();
            return new Condition(mix(state.rule().hashCode()), share, until);
        }

        private boolean isOpen(long message) {
            return Long.remainderUnsigned(mix(message ^ salt), 100) < share
                    || (until != Long.MAX_VALUE && System.currentTimeMillis() >= until);
        }
    }

    /**
     * Whether the rule is part of the verdict on a message; the same message always gets the same answer until a state ends.
     *
     * @param message the hash of the message's id
     */
    public boolean isOpen(long message) {
        for (Condition condition : conditions) {
            if (!condition.isOpen(message)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rule is in shadow for all messages, without an end. */
    public boolean isShut() {
        return conditions.stream().anyMatch(condition -> condition.share() == 0 && condition.until() == Long.MAX_VALUE);
    }

    /** The finaliser of SplitMix64: each bit of the result depends on each bit of the value. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
