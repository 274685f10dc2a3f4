package dev.winnow.yara;

import java.io.Serial;

/** Thrown where a rule set is needed and no rule compiles, or there is none. */
public final class NoLiveRulesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NoLiveRulesException(CompileResult.NoLiveRules result) {
        super(result.quarantined().stream()
                .findFirst()
                .map(first -> "no rule is live; the first of %d reasons: %s"
                        .formatted(result.quarantined().size(), first.cause().sentence()))
                .orElse("no rule is live: the sources hold none; add a file with a rule"));
    }
}
