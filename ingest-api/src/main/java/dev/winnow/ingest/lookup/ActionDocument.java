package dev.winnow.ingest.lookup;

import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;

/**
 * What a phone should do, in the names and numbers of Apple's {@code ILMessageFilterAction} and {@code ILMessageFilterSubAction}.
 *
 * @param name the action's name
 * @param code its raw value
 * @param subName the sub-action's name
 * @param subCode its raw value
 */
public record ActionDocument(String name, int code, String subName, int subCode) {
    /** Nothing is known against the message, or nothing at all: the phone shows it. */
    public static final ActionDocument NONE = action("none", 0);

    private static final ActionDocument ALLOW = action("allow", 1);
    private static final ActionDocument JUNK = action("junk", 2);
    private static final ActionDocument PROMOTION = action("promotion", 3);
    private static final ActionDocument TRANSACTION = action("transaction", 4);

    /** What follows from a verdict. Only a sender that the tenant allows is vouched for; silence of the rules is not. */
    public static ActionDocument of(Verdict.Judged verdict) {
        return switch (verdict.category()) {
            case JUNK -> JUNK;
            case PROMOTION -> PROMOTION;
            case TRANSACTION -> TRANSACTION;
            case CLEAN -> verdict.decidedBy() == DecidedBy.ALLOWED_SENDER ? ALLOW : NONE;
        };
    }

    private static ActionDocument action(String name, int code) {
        return new ActionDocument(name, code, "none", 0);
    }
}
