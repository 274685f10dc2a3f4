package dev.winnow.worker.scan.wording;

import dev.winnow.worker.scan.wording.WordingModel.Head;
import dev.winnow.yara.Facts;
import dev.winnow.yara.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores texts by a model. Each feature counts once, however often a text has it, and only the first 2,000 that the model knows count.
 * One thread.
 */
public final class WordingScorer implements FeatureSink {
    /** Honest wording takes so many points at most: a rule that is sure, and fraud padded with kind words, stays junk. */
    private static final int LEAST_POINTS = -45;

    private static final int MOST_POINTS = 80;
    private static final int MAX_FEATURES = 2_000;
    private static final int SEEN_SIZE = 4_096;

    /** Points between these bounds say nothing. */
    private static final int SILENT_BELOW = 5;

    /** The model says nothing about a text of which it knows less than one word in so many. */
    private static final int LEAST_KNOWN = 12;

    private final WordingModel model;
    private final WordingFeatures features = new WordingFeatures(this);
    private final int[] seen = new int[SEEN_SIZE];
    private final int[] slots = new int[MAX_FEATURES];
    private final int[] places = new int[MAX_FEATURES];
    private final int[] starts = new int[MAX_FEATURES];
    private final int[] ends = new int[MAX_FEATURES];
    private int count;
    private int words;
    private int knownWords;

    /** A scorer that no other thread uses. */
    public WordingScorer(WordingModel model) {
        this.model = model;
    }

    /**
     * One feature's share of the points.
     *
     * @param points in points of the score, not rounded
     * @param start where it is in the text, in UTF-16 units; nowhere for a trait of the message
     */
    public record Contribution(double points, int start, int end) {}

    /**
     * Adds the model's points to the facts of a message.
     *
     * @param text the text without its disguises
     * @param folded whether folding changed it
     * @param facts the facts about its links
     */
    public Facts addPoints(String text, boolean folded, Facts facts) {
        if (model.isEmpty()) {
            return facts;
        }
        readText(text, folded, facts);
        long junk = pointsOf(Head.JUNK);
        long promotion = pointsOf(Head.PROMOTION);
        long transaction = pointsOf(Head.TRANSACTION);
        clearSeen();
        if (junk == 0 && promotion == 0 && transaction == 0) {
            return facts;
        }
        return Facts.builder(facts)
                .setValue(Variable.WORDING_JUNK, junk)
                .setValue(Variable.WORDING_PROMOTION, promotion)
                .setValue(Variable.WORDING_TRANSACTION, transaction)
                .build();
    }

    /** The features of a text that add to the points, or take from them; the largest share first. */
    public List<Contribution> listContributions(String text, boolean folded, Facts facts, Head head) {
        readText(text, folded, facts);
        clearSeen();
        List<Contribution> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int weight = model.weightAt(places[i], head);
            if (weight != 0) {
                all.add(new Contribution((double) weight / WordingModel.UNITS_PER_POINT, starts[i], ends[i]));
            }
        }
        all.sort(Comparator.comparingDouble(contribution -> -Math.abs(contribution.points())));
        return all;
    }

    @Override
    public void takeWord(long hash, int start, int end) {
        words++;
        if (takeFeature(hash, start, end)) {
            knownWords++;
        }
    }

    @Override
    public void takeRun(long hash, int start, int end) {
        boolean known = takeFeature(hash, start, end);
        // Three runs begin at each character; the shortest stands for the word there.
        if (end - start == WordingFeatures.SHORTEST_RUN) {
            words++;
            knownWords += known ? 1 : 0;
        }
    }

    @Override
    public void takeTrait(long hash) {
        takeFeature(hash, 0, 0);
    }

    @Override
    public void takeConcept(long hash, int start, int end) {
        takeFeature(hash, start, end);
    }

    @Override
    public void takeConcepts(long hash, long first, long second, int start, int end) {
        takeFeature(hash, start, end);
    }

    @Override
    public void takePair(long hash, long first, long second, int start, int end) {
        takeFeature(hash, start, end);
    }

    @Override
    public void takePart(long hash, char[] word, int from, int to, int start, int end) {
        takeFeature(hash, start, end);
    }

    private void readText(String text, boolean folded, Facts facts) {
        count = 0;
        words = 0;
        knownWords = 0;
        features.readFeatures(text, folded, facts);
    }

    private boolean takeFeature(long hash, int start, int end) {
        int place = model.findPlace(hash);
        if (place < 0) {
            return false;
        }
        int slot = place & (SEEN_SIZE - 1);
        while (seen[slot] != 0) {
            if (seen[slot] == place + 1) {
                return true;
            }
            slot = (slot + 1) & (SEEN_SIZE - 1);
        }
        if (count < MAX_FEATURES) {
            seen[slot] = place + 1;
            slots[count] = slot;
            places[count] = place;
            starts[count] = start;
            ends[count++] = end;
        }
        return true;
    }

    private void clearSeen() {
        for (int i = 0; i < count; i++) {
            seen[slots[i]] = 0;
        }
    }

    private long pointsOf(Head head) {
        if (knownWords * LEAST_KNOWN < words) {
            return 0;
        }
        int units = model.constantOf(head);
        for (int i = 0; i < count; i++) {
            units += model.weightAt(places[i], head);
        }
        long points = Math.clamp(
                Math.round((double) units / WordingModel.UNITS_PER_POINT),
                head == Head.JUNK ? LEAST_POINTS : -MOST_POINTS,
                MOST_POINTS);
        return Math.abs(points) < SILENT_BELOW ? 0 : points;
    }
}
