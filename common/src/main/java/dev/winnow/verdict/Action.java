package dev.winnow.verdict;

/**
 * What a phone should do, in the names and numbers of Apple's {@code ILMessageFilterAction} and {@code ILMessageFilterSubAction}.
 *
 * @param name the action's name
 * @param code its raw value
 * @param subName the sub-action's name
 * @param subCode its raw value
 */
public record Action(String name, int code, String subName, int subCode) {
    /** Nothing is known against the message, or nothing at all: the phone shows it. */
    public static final Action NONE = encodeAction("none", 0);

    private static final Action ALLOW = encodeAction("allow", 1);
    private static final Action JUNK = encodeAction("junk", 2);
    private static final Action PROMOTION = encodeAction("promotion", 3);
    private static final Action TRANSACTION = encodeAction("transaction", 4);

    /** What follows from a verdict. Only a sender that the tenant allows is vouched for; silence of the rules is not. */
    public static Action of(Verdict.Judged verdict) {
        return switch (verdict.category()) {
            case JUNK -> JUNK;
            case PROMOTION -> PROMOTION;
            case TRANSACTION -> TRANSACTION;
            case CLEAN -> verdict.decidedBy() == DecidedBy.ALLOWED_SENDER ? ALLOW : NONE;
        };
    }

    private static Action encodeAction(String name, int code) {
        return new Action(name, code, "none", 0);
    }
}
