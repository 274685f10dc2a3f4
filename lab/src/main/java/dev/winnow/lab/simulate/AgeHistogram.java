package dev.winnow.lab.simulate;

/** The ages of messages at the start of their scan, in steps of a tenth of a second. */
final class AgeHistogram {
    private static final double STEPS_PER_SECOND = 10;
    private static final int STEPS = 10 * 36_000;

    private final long[] messages = new long[STEPS];
    private long total;
    private double max;

    void addMessages(double ageSeconds, int sms) {
        messages[(int) Math.min(STEPS - 1L, Math.round(ageSeconds * STEPS_PER_SECOND))] += sms;
        total += sms;
        max = Math.max(max, ageSeconds);
    }

    long total() {
        return total;
    }

    double max() {
        return max;
    }

    /** The longest wait among this share of the messages, in seconds. */
    double quantile(double share) {
        long left = (long) Math.ceil(total * share);
        for (int step = 0; step < STEPS; step++) {
            left -= messages[step];
            if (left <= 0) {
                return step / STEPS_PER_SECOND;
            }
        }
        return max;
    }
}
