package dev.winnow.worker.scan.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words that people write, in many languages, in lower case and without accents, by which words in disguise are recognised. Immutable; any
 * thread.
 *
 * <p>A line of the file is a word, the most frequent first. A plus sign stands before words of notices, adverts and fraud: a wrong
 * spelling is only corrected to one of them, because a wrong spelling in a chat hides nothing.
 */
public final class Vocabulary {
    /** The sign before a word that a wrong spelling may stand for. */
    public static final char CORRECTED = '+';

    /** A shorter word, in letters, is too like other words to be told from a wrong spelling. */
    public static final int SHORTEST_CORRECTED = 6;

    /** The longest word of the vocabulary, in UTF-16 units. */
    public static final int LONGEST = 24;

    private static final String FILE = "/dev/winnow/rules/vocabulary.txt";
    private static final String COMMENT = "//";

    private final String[] words;
    private final WordTable known;

    /** Corrected words without one letter behind the first, with the number of the word; of two such words, the more frequent one. */
    private final WordTable shortened;

    /** The words that a wrong spelling may stand for, by number. */
    private final boolean[] corrected;

    private Vocabulary(List<String> lines) {
        words = new String[lines.size()];
        corrected = new boolean[lines.size()];
        known = new WordTable(lines.size());
        shortened = new WordTable(lines.stream()
                .filter(Vocabulary::isCorrected)
                .mapToInt(String::length)
                .sum());
        for (int number = 0; number < words.length; number++) {
            String line = lines.get(number);
            corrected[number] = isCorrected(line);
            words[number] = corrected[number] ? line.substring(1) : line;
            char[] word = words[number].toCharArray();
            known.putIfAbsent(WordTable.hashWord(word, 0, word.length), number);
            for (int left = 1; corrected[number] && left < word.length; left++) {
                shortened.putIfAbsent(WordTable.hashWithout(word, word.length, left), number);
            }
        }
    }

    /** The vocabulary that comes with this build. */
    public static Vocabulary bundled() {
        return Bundled.VOCABULARY;
    }

    /** The vocabulary of the lines of a file. */
    public static Vocabulary ofLines(List<String> lines) {
        return new Vocabulary(lines.stream()
                .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .toList());
    }

    /** A vocabulary that knows no word, so that nothing is respelled. */
    public static Vocabulary empty() {
        return new Vocabulary(List.of());
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    /** The number of a word, the smaller the more frequent; -1 for a word that the vocabulary does not know. */
    public int findWord(char[] word, int from, int to) {
        return known.findNumber(WordTable.hashWord(word, from, to));
    }

    String wordAt(int number) {
        return words[number];
    }

    /**
     * The number of the most frequent word that becomes this one by one wrong, missing, additional or exchanged letter behind the first;
     * -1 if there is none.
     */
    int findCorrected(char[] wrong, int length) {
        if (length < SHORTEST_CORRECTED - 1 || length > LONGEST) {
            return -1;
        }
        int best = Integer.MAX_VALUE;
        for (int left = 1; left < length; left++) {
            long hash = WordTable.hashWithout(wrong, length, left);
            best = chooseWord(best, known.findNumber(hash), wrong, length);
            best = chooseWord(best, shortened.findNumber(hash), wrong, length);
        }
        best = chooseWord(best, shortened.findNumber(WordTable.hashWord(wrong, 0, length)), wrong, length);
        return best == Integer.MAX_VALUE ? -1 : best;
    }

    private int chooseWord(int best, int number, char[] wrong, int length) {
        boolean better = number >= 0 && number < best && corrected[number];
        return better && OneError.isBetween(words[number], wrong, length) ? number : best;
    }

    private static boolean isCorrected(String line) {
        return line.charAt(0) == CORRECTED;
    }

    /** Read on first use. */
    private static final class Bundled {
        private static final Vocabulary VOCABULARY = ofLines(readFile().lines().toList());

        private static String readFile() {
            try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("the build has no " + FILE + "; build the module again");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the bundled " + FILE, e);
            }
        }
    }
}
