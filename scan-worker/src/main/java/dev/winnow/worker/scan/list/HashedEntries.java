package dev.winnow.worker.scan.list;

import java.util.stream.Stream;

/**
 * A set of short texts, kept as their 64-bit hashes in an open table: 16 bytes an entry and one look into memory for a question. Two texts
 * of a million share a hash with a probability of one in ten million. Immutable; any thread.
 */
final class HashedEntries {
    private final long[] table;
    private final int size;
    private final boolean hasTemplates;

    HashedEntries(Stream<String> entries, boolean hasTemplates) {
        this.hasTemplates = hasTemplates;
        long[] hashes = entries.mapToLong(entry -> hash(entry, 0, entry.length()))
                .distinct()
                .toArray();
        this.size = hashes.length;
        this.table = new long[Integer.highestOneBit(Math.max(8, 2 * size - 1)) << 1];
        for (long hash : hashes) {
            int at = firstPlace(hash);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = hash;
        }
    }

    int size() {
        return size;
    }

    /** Whether some entries are templates. */
    boolean hasTemplates() {
        return hasTemplates;
    }

    boolean contains(String text) {
        return contains(text, 0, text.length());
    }

    /** Whether the set holds a part of a text. */
    boolean contains(String text, int from, int to) {
        long hash = hash(text, from, to);
        for (int at = firstPlace(hash); table[at] != 0; at = (at + 1) & (table.length - 1)) {
            if (table[at] == hash) {
                return true;
            }
        }
        return false;
    }

    private int firstPlace(long hash) {
        return (int) hash & (table.length - 1);
    }

    /** FNV-1a over the characters, and the finaliser of SplitMix64; never 0, which marks an empty place. */
    private static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
