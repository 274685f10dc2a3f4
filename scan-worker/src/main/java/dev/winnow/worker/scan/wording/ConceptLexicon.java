package dev.winnow.worker.scan.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Beginnings of words in many languages by what they mean, so that the model learns from one language for all: "parcel" and "paquete" are
 * the same concept. An entry of four letters or more fits every word that begins with it, a shorter one only the whole word; in scripts
 * without blanks an entry fits anywhere. Immutable; any thread.
 */
final class ConceptLexicon {
    /** The most concepts of the lexicon: a message's set of them fits two 64-bit words. */
    static final int MAX_CONCEPTS = 128;

    /** The longest entry in a script without blanks, in characters. */
    static final int LONGEST_RUN = 6;

    static final int SHORTEST_BEGINNING = 4;

    private static final int ID_BITS = 8;

    private final List<String> concepts;
    private final long[] conceptHashes;
    private final int mask;
    private final long[] hashes;

    /** Per place up to four concepts, each by its number plus one in a byte. */
    private final int[] meanings;

    private ConceptLexicon(Map<String, List<String>> entriesByConcept) {
        concepts = List.copyOf(entriesByConcept.keySet());
        if (concepts.size() > MAX_CONCEPTS) {
            throw new IllegalArgumentException("a lexicon has at most %d concepts".formatted(MAX_CONCEPTS));
        }
        conceptHashes = concepts.stream()
                .mapToLong(name -> FeatureHash.ofName(FeatureHash.CONCEPT + name))
                .toArray();
        Map<Long, Integer> byHash = new HashMap<>();
        for (int id = 0; id < concepts.size(); id++) {
            for (String entry : entriesByConcept.getOrDefault(concepts.get(id), List.of())) {
                int meaning = id + 1;
                byHash.merge(hashEntry(entry), meaning, (known, added) -> addMeaning(known, added));
            }
        }
        hashes = new long[Integer.highestOneBit(Math.max(8, byHash.size())) << 2];
        meanings = new int[hashes.length];
        mask = hashes.length - 1;
        byHash.forEach((hash, ids) -> {
            int place = hash.intValue() & mask;
            while (meanings[place] != 0) {
                place = (place + 1) & mask;
            }
            hashes[place] = hash;
            meanings[place] = ids;
        });
    }

    static ConceptLexicon bundled() {
        return Bundled.LEXICON;
    }

    /**
     * Reads a lexicon: a header line, then language, concept, and entries with blanks between.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static ConceptLexicon parseText(String text) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        text.lines().skip(1).forEach(line -> {
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalArgumentException("'%s' must be a language, a concept and words".formatted(line));
            }
            entries.computeIfAbsent(columns[1], concept -> new ArrayList<>()).addAll(List.of(columns[2].split(" ")));
        });
        return new ConceptLexicon(entries);
    }

    /** The names of all concepts; their places are their numbers. */
    List<String> concepts() {
        return concepts;
    }

    /** The hash of the feature that stands for a concept, by the concept's number. */
    long hashOf(int concept) {
        return conceptHashes[concept];
    }

    /** The concepts of a whole word or a run, in the form of {@link #meanings}; 0 if there are none. */
    int findWhole(long wordHash) {
        return find(wordHash);
    }

    /** The concepts of words that begin with these letters, at least four. */
    int findBeginning(long wordHash) {
        return find(~wordHash);
    }

    /** The number of the first concept of a find; the next one is in the find shifted by eight. */
    static int firstOf(int found) {
        return (found & 0xff) - 1;
    }

    private int find(long hash) {
        int place = (int) hash & mask;
        while (meanings[place] != 0) {
            if (hashes[place] == hash) {
                return meanings[place];
            }
            place = (place + 1) & mask;
        }
        return 0;
    }

    private static long hashEntry(String entry) {
        long hash = FeatureHash.ofWord(entry);
        boolean whole = entry.length() < SHORTEST_BEGINNING || WordlessScripts.contains(entry.charAt(0));
        return whole ? hash : ~hash;
    }

    private static int addMeaning(int known, int added) {
        int shift = 0;
        while (shift < Integer.SIZE && (known >>> shift & 0xff) != 0) {
            if ((known >>> shift & 0xff) == added) {
                return known;
            }
            shift += ID_BITS;
        }
        return shift < Integer.SIZE ? known | added << shift : known;
    }

    private static final class Bundled {
        static final ConceptLexicon LEXICON = read();

        private static ConceptLexicon read() {
            try (InputStream in = ConceptLexicon.class.getResourceAsStream("/dev/winnow/rules/concepts.tsv")) {
                if (in == null) {
                    throw new IllegalStateException("The lexicon of concepts is missing from this build");
                }
                return parseText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read the lexicon of concepts", e);
            }
        }
    }
}
