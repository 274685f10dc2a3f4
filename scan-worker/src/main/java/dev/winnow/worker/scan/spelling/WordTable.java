package dev.winnow.worker.scan.spelling;

/** Numbers by the hashes of words. Not changed after it is filled; any thread. */
final class WordTable {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final long[] hashes;

    /** The numbers plus one; 0 for a free place. */
    private final int[] numbers;

    private final int mask;

    WordTable(int entries) {
        int size = Integer.highestOneBit(Math.max(4, entries)) << 2;
        hashes = new long[size];
        numbers = new int[size];
        mask = size - 1;
    }

    static long hashWord(char[] word, int from, int to) {
        long state = SEED;
        for (int i = from; i < to; i++) {
            state = (state ^ word[i]) * PRIME;
        }
        return state;
    }

    /** The hash of a word without the letter at an index. */
    static long hashWithout(char[] word, int length, int left) {
        long state = SEED;
        for (int i = 0; i < length; i++) {
            if (i != left) {
                state = (state ^ word[i]) * PRIME;
            }
        }
        return state;
    }

    /** Puts a number of 0 or more for a hash that has none. */
    void putIfAbsent(long hash, int number) {
        int place = findPlace(hash);
        if (numbers[place] == 0) {
            hashes[place] = hash;
            numbers[place] = number + 1;
        }
    }

    /** The number of a hash, or -1. */
    int findNumber(long hash) {
        return numbers[findPlace(hash)] - 1;
    }

    private int findPlace(long hash) {
        int place = (int) ((hash * SPREAD) >>> 32) & mask;
        while (numbers[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
