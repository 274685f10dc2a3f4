package dev.winnow.campaign;

/**
 * How large a campaign is now. Immutable; any thread.
 *
 * @param messages its messages of this hour and the one before
 * @param senders its different senders
 * @param tenants its different tenants
 */
public record WaveSize(long messages, long senders, long tenants) {
    /** A text that is not known to be of a campaign. */
    public static final WaveSize NONE = new WaveSize(0, 0, 0);

    private static final int BASE = 10;

    /** The larger figures of both, as each of them knows only a part. */
    WaveSize max(WaveSize other) {
        return new WaveSize(
                Math.max(messages, other.messages), Math.max(senders, other.senders), Math.max(tenants, other.tenants));
    }

    /** Each figure rounded down to 1, 2, 5, 10, 20, 50 and so on: they are estimates, and verdicts that record them stay small. */
    WaveSize round() {
        return new WaveSize(roundDown(messages), roundDown(senders), roundDown(tenants));
    }

    private static long roundDown(long number) {
        long power = 1;
        while (power * BASE <= number) {
            power *= BASE;
        }
        return number <= 0 ? 0 : number >= 5 * power ? 5 * power : number >= 2 * power ? 2 * power : power;
    }
}
