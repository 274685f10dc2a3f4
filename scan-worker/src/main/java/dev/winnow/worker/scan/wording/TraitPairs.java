package dev.winnow.worker.scan.wording;

/** Collects the traits of one message and hands on every two of them. Allocation-free after construction; one thread. */
final class TraitPairs {
    /** The most traits whose pairs count; a message has about 15. */
    private static final int MAX_TRAITS = 40;

    private final long[] traits = new long[MAX_TRAITS];
    private int count;

    void startMessage() {
        count = 0;
    }

    void addTrait(long hash) {
        if (count < MAX_TRAITS) {
            traits[count++] = hash;
        }
    }

    void handOn(FeatureSink sink) {
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sink.takeConcepts(FeatureHash.ofPair(traits[i], traits[j]), traits[i], traits[j], 0, 0);
            }
        }
    }
}
