package dev.winnow.worker.scan.wording;

import java.util.Arrays;

/** Collects the concepts and traits of one message and hands on their pairs. One thread. */
final class MessageConcepts {
    /** The most concepts of a message whose pairs count, so that a long text costs no more than a short one. */
    private static final int MAX_CONCEPTS = 20;

    private static final int MAX_TRAITS = 8;

    private final ConceptLexicon lexicon;
    private final boolean[] found = new boolean[ConceptLexicon.MAX_CONCEPTS];
    private final int[] ids = new int[MAX_CONCEPTS];
    private final int[] starts = new int[ConceptLexicon.MAX_CONCEPTS];
    private final int[] ends = new int[ConceptLexicon.MAX_CONCEPTS];
    private final long[] traits = new long[MAX_TRAITS];
    private int count;
    private int traitCount;

    MessageConcepts(ConceptLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void startMessage() {
        for (int i = 0; i < count; i++) {
            found[ids[i]] = false;
        }
        count = 0;
        traitCount = 0;
    }

    void addTrait(long hash) {
        if (traitCount < MAX_TRAITS) {
            traits[traitCount++] = hash;
        }
    }

    /** Looks up the letters that were hashed so far as the beginning of a word. */
    void addBeginning(long wordHash, int start, int end) {
        addAll(lexicon.findBeginning(wordHash), start, end);
    }

    void addWhole(long wordHash, int start, int end) {
        addAll(lexicon.findWhole(wordHash), start, end);
    }

    /** Hands on every concept, every two concepts, and every concept with every trait. */
    void handOn(FeatureSink sink) {
        Arrays.sort(ids, 0, count);
        for (int i = 0; i < count; i++) {
            int id = ids[i];
            sink.takeConcept(lexicon.hashOf(id), starts[id], ends[id]);
            for (int j = i + 1; j < count; j++) {
                handOnPair(id, lexicon.hashOf(ids[j]), sink);
            }
            for (int j = 0; j < traitCount; j++) {
                handOnPair(id, traits[j], sink);
            }
        }
    }

    private void handOnPair(int id, long second, FeatureSink sink) {
        long first = lexicon.hashOf(id);
        sink.takeConcepts(FeatureHash.ofPair(first, second), first, second, starts[id], ends[id]);
    }

    private void addAll(int meanings, int start, int end) {
        for (int rest = meanings; rest != 0; rest >>>= 8) {
            int id = ConceptLexicon.firstOf(rest);
            if (!found[id] && count < MAX_CONCEPTS) {
                found[id] = true;
                ids[count++] = id;
                starts[id] = start;
                ends[id] = end;
            }
        }
    }
}
