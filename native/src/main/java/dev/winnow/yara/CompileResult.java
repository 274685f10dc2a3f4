package dev.winnow.yara;

import java.util.List;

/** The result of compiling a set of sources. */
public sealed interface CompileResult {

    /** Every error and warning, in the order of the files. */
    List<CompileMessage> messages();

    /** The rules and files that are not live. */
    List<Quarantined> quarantined();

    /** At least one rule is live. The caller owns the rule set. */
    record Compiled(RuleSet rules, List<Quarantined> quarantined, List<CompileMessage> messages)
            implements CompileResult {
        public Compiled {
            quarantined = List.copyOf(quarantined);
            messages = List.copyOf(messages);
        }
    }

    /** No rule is live: a worker that started with it would call everything clean. */
    record NoLiveRules(List<Quarantined> quarantined, List<CompileMessage> messages) implements CompileResult {
        public NoLiveRules {
            quarantined = List.copyOf(quarantined);
            messages = List.copyOf(messages);
        }
    }

    /**
     * The rule set, for callers that cannot go on without one.
     *
     * @throws NoLiveRulesException with the first error
     */
    default RuleSet orThrow() {
        return switch (this) {
            case Compiled compiled -> compiled.rules();
            case NoLiveRules none -> throw new NoLiveRulesException(none);
        };
    }
}
