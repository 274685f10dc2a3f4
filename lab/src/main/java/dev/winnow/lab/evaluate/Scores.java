package dev.winnow.lab.evaluate;

import dev.winnow.lab.learn.LabelledMessage;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The scores of messages with their true and their given verdict. Filled message by message; one thread. */
final class Scores {
    private final double[] values;
    private final boolean[] junk;
    private final boolean[] called;

    /** Creates empty scores for messages with known labels. */
    Scores(boolean[] junk) {
        this(new double[junk.length], junk, new boolean[junk.length]);
    }

    private Scores(double[] values, boolean[] junk, boolean[] called) {
        this.values = values;
        this.junk = junk;
        this.called = called;
    }

    static Scores forMessages(List<LabelledMessage> messages) {
        boolean[] junk = new boolean[messages.size()];
        IntStream.range(0, junk.length).forEach(i -> junk[i] = messages.get(i).isJunk());
        return new Scores(junk);
    }

    /**
     * Notes the score of a message.
     *
     * @param value larger is more junk
     * @param isCalled whether it was called junk at the default threshold
     */
    void recordScore(int place, double value, boolean isCalled) {
        values[place] = value;
        called[place] = isCalled;
    }

    /** The share of junk found at the lowest threshold that flags at most this share of the rest. */
    double recallAt(double falsePositiveRate) {
        double[] others = IntStream.range(0, values.length)
                .filter(i -> !junk[i])
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        int allowed = (int) Math.floor(falsePositiveRate * others.length);
        double bound = others.length == 0 ? Double.NEGATIVE_INFINITY : others[others.length - 1 - allowed];
        return shareOf(i -> junk[i], i -> values[i] > bound);
    }

    /** The share of junk that was called junk. */
    double recall() {
        return shareOf(i -> junk[i], i -> called[i]);
    }

    /** The share of the rest that was called junk. */
    double falsePositiveRate() {
        return shareOf(i -> !junk[i], i -> called[i]);
    }

    /** The share of all messages that was judged rightly. */
    double accuracy() {
        return shareOf(i -> true, i -> called[i] == junk[i]);
    }

    private double shareOf(IntPredicate of, IntPredicate hit) {
        long all = IntStream.range(0, values.length).filter(of).count();
        long hits = IntStream.range(0, values.length).filter(of.and(hit)).count();
        return all == 0 ? 0 : (double) hits / all;
    }
}
