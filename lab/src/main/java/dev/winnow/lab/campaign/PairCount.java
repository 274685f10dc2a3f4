package dev.winnow.lab.campaign;

import dev.winnow.campaign.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts texts into groups as the program does, each with the first text that it is near, and counts the pairs. One thread. */
final class PairCount {
    private final List<@Nullable Fingerprint> firsts = new ArrayList<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final Map<String, Long> families = new HashMap<>();

    /** Adds a text by its family; a text without a fingerprint stays alone. */
    void add(String family, @Nullable Fingerprint fingerprint) {
        families.merge(family, 1L, Long::sum);
        int group = fingerprint == null ? -1 : findGroup(fingerprint);
        if (group < 0) {
            firsts.add(fingerprint);
            groups.add(new ArrayList<>(List.of(family)));
        } else {
            groups.get(group).add(family);
        }
    }

    private int findGroup(Fingerprint fingerprint) {
        for (int i = 0; i < firsts.size(); i++) {
            Fingerprint first = firsts.get(i);
            if (first != null && first.isNear(fingerprint)) {
                return i;
            }
        }
        return -1;
    }

    List<List<String>> groups() {
        return groups;
    }

    /** The share of the pairs in one group that are of one family. */
    double precision() {
        long together =
                groups.stream().mapToLong(group -> pairsOf(group.size())).sum();
        return (double) countRightPairs() / together;
    }

    /** The share of the pairs of one family that are in one group. */
    double recall() {
        long all = families.values().stream().mapToLong(PairCount::pairsOf).sum();
        return (double) countRightPairs() / all;
    }

    private long countRightPairs() {
        long right = 0;
        for (List<String> group : groups) {
            Map<String, Long> sizes = new HashMap<>();
            group.forEach(family -> sizes.merge(family, 1L, Long::sum));
            right += sizes.values().stream().mapToLong(PairCount::pairsOf).sum();
        }
        return right;
    }

    private static long pairsOf(long number) {
        return number * (number - 1) / 2;
    }
}
