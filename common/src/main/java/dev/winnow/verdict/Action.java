package dev.winnow.verdict;

/**
 * The action that a phone should take, by the names and numbers of Apple's {@code ILMessageFilterAction} and {@code
 * ILMessageFilterSubAction}.
 *
 * @param name the name of the action
 * @param code the number of the action
 * @param subName the name of the sub-action
 * @param subCode the number of the sub-action
 */
public record Action(String name, int code, String subName, int subCode) {
    /** No action: the phone shows the message. */
    public static final Action NONE = encodeAction("none", 0);

    private static final Action ALLOW = encodeAction("allow", 1);
    private static final Action JUNK = encodeAction("junk", 2);
    private static final Action PROMOTION = encodeAction("promotion", 3);
    private static final Action TRANSACTION = encodeAction("transaction", 4);

    /** Finds the action of a verdict. A clean message is allowed only if the tenant allows its sender; without matched rules it gets no action. */
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
