package dev.winnow.worker.scan.wording;

/**
 * The receiver of a text's features. Hashes are those of {@link FeatureHash}; places are in UTF-16 units. The same feature may come several
 * times.
 */
public interface FeatureSink {
    /** Takes a trait of the message. */
    void takeTrait(long hash);

    /** Takes a concept. The place is that of the first word that means it. */
    void takeConcept(long hash, int start, int end);

    /** Takes two concepts, or a concept and a trait. The place is that of the first concept. */
    void takeConcepts(long hash, long first, long second, int start, int end);

    /** Takes a word, a number, a sign, or a link. */
    void takeWord(long hash, int start, int end);

    /** Takes a run of characters of a script that does not separate words. */
    void takeRun(long hash, int start, int end);

    /**
     * Takes two neighbouring words.
     *
     * @param first the hash of the first word
     * @param second the hash of the second word
     */
    void takePair(long hash, long first, long second, int start, int end);

    /**
     * Takes a part of a word.
     *
     * @param word the word in lower case between {@code ^} and {@code $}; only valid during the call
     * @param from where the part begins in it
     * @param to where the part ends in it
     */
    void takePart(long hash, char[] word, int from, int to, int start, int end);
}
