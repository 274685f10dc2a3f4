package dev.winnow.worker.scan.wording;

/**
 * Hashes of feature names, 64 bits. A name is a word ({@code parcel}), two words with a blank between ({@code parcel held}), a part of
 * a word ({@code ~parce}; {@code ^} and {@code $} stand for the word's ends), a trait of the message ({@code @link_short}), a concept
 * ({@code =parcel}), or two concepts or a concept and a trait that stand anywhere in the message ({@code =fee =parcel}).
 */
public final class FeatureHash {
    public static final char PART = '~';
    public static final char TRAIT = '@';
    public static final char CONCEPT = '=';

    private static final long WORD_SEED = 0xcbf29ce484222325L;
    private static final long PART_SEED = 0x9ae16a3b2f90404fL;
    private static final long TRAIT_SEED = 0xc3a5c85c97cb3127L;
    private static final long CONCEPT_SEED = 0xb492b66fbe98f273L;
    private static final long PRIME = 0x100000001b3L;

    private FeatureHash() {}

    /** The hash of a feature by its name. */
    public static long ofName(String name) {
        if (name.length() > 1 && name.charAt(0) == PART) {
            return ofChars(PART_SEED, name, 1);
        }
        int blank = name.indexOf(' ');
        return blank < 0
                ? ofSingle(name)
                : ofPair(ofSingle(name.substring(0, blank)), ofSingle(name.substring(blank + 1)));
    }

    private static long ofSingle(String name) {
        boolean marked = name.length() > 1;
        if (marked && name.charAt(0) == TRAIT) {
            return ofChars(TRAIT_SEED, name, 1);
        }
        return marked && name.charAt(0) == CONCEPT ? ofChars(CONCEPT_SEED, name, 1) : ofWord(name);
    }

    static long ofWord(String word) {
        return ofChars(WORD_SEED, word, 0);
    }

    static long ofPair(long first, long second) {
        return mix(first * 31 + second);
    }

    static long startWord() {
        return WORD_SEED;
    }

    static long startPart() {
        return PART_SEED;
    }

    static long addChar(long state, char c) {
        return (state ^ c) * PRIME;
    }

    /** The hash of the characters that were added to a state. */
    static long finish(long state) {
        return mix(state);
    }

    private static long ofChars(long seed, String text, int from) {
        long state = seed;
        for (int i = from; i < text.length(); i++) {
            state = addChar(state, text.charAt(i));
        }
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
