package dev.winnow.lab.draft;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parts of a text that tell it from honest ones: neighbouring words that are rare there. Immutable; any thread. */
final class PartSearch {
    /** The most parts of a rule. */
    static final int MOST_PARTS = 4;

    /** The fewest letters of a part: shorter parts are in many texts. */
    private static final int FEWEST_LETTERS = 10;

    /** The most letters of a part: the longer a part, the sooner a variation lacks it. */
    private static final int MOST_LETTERS = 24;

    /** A Chinese or Japanese character counts as this number of letters, because it says as much. */
    private static final int LETTERS_A_SYLLABLE = 3;

    /** At most one in this number of honest texts may have a part. */
    private static final int RARE = 1_000;

    private static final Set<UnicodeScript> SYLLABLES =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    /** A word, or one character with its marks in a script without blanks between words. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}&&\\p{L}]\\p{M}*"
                    + "|(?:(?![\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}])[\\p{L}\\p{M}])+");

    private final List<String> honest;
    private final Map<String, Integer> wordCounts = new HashMap<>();

    /**
     * Counts the words of honest texts.
     *
     * @param honest folded texts in lower case
     */
    PartSearch(List<String> honest) {
        this.honest = List.copyOf(honest);
        for (String text : honest) {
            Set<String> words = new HashSet<>();
            TOKEN.matcher(text).results().forEach(word -> words.add(word.group()));
            words.forEach(word -> wordCounts.merge(word, 1, Integer::sum));
        }
    }

    private record Token(int start, int end, int letters) {}

    private record Part(int segment, int start, int end, String text, double worth) {
        Part times(double factor) {
            return new Part(segment, start, end, text, worth * factor);
        }

        boolean overlaps(Part other) {
            return segment == other.segment && start < other.end && other.start < end;
        }
    }

    /**
     * Finds the parts that say most, the best first, at most {@value #MOST_PARTS}; none overlaps another.
     *
     * @param segments the fixed texts of a template, folded and in lower case
     * @param variations whole messages of it in usual disguises, likewise; a part that few of them have counts for less
     */
    List<String> findParts(List<String> segments, List<String> variations) {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            addParts(i, segments.get(i), all);
        }
        // The third power: a part that stands up to all disguises is worth more than a long one that stands up to most.
        all.replaceAll(part -> part.times(Math.pow((double) countWith(part.text(), variations), 3)));
        all.removeIf(part -> part.worth() == 0);
        all.sort(Comparator.comparingDouble(Part::worth).reversed());
        List<Part> chosen = new ArrayList<>();
        for (Part part : all) {
            if (chosen.size() < MOST_PARTS && chosen.stream().noneMatch(part::overlaps) && isRare(part.text())) {
                chosen.add(part);
            }
        }
        return chosen.stream().map(Part::text).distinct().toList();
    }

    private void addParts(int segment, String text, List<Part> parts) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(new Token(token.start(), token.end(), countLetters(token.group())));
        }
        for (int first = 0; first < tokens.size(); first++) {
            int letters = 0;
            double rarity = 0;
            for (int last = first; last < tokens.size(); last++) {
                Token next = tokens.get(last);
                letters += next.letters();
                if (letters > MOST_LETTERS || (last > first && !areNeighbours(text, tokens.get(last - 1), next))) {
                    break;
                }
                rarity += rarityOf(text.substring(next.start(), next.end()));
                if (letters >= FEWEST_LETTERS) {
                    int start = tokens.get(first).start();
                    parts.add(new Part(segment, start, next.end(), text.substring(start, next.end()), rarity));
                }
            }
        }
    }

    /** The logarithm of the number of honest texts, divided by the number of those that have the word. */
    private double rarityOf(String word) {
        return Math.log((honest.size() + 1.0) / (wordCounts.getOrDefault(word, 0) + 1.0));
    }

    private boolean isRare(String part) {
        return countWith(part, honest) * RARE <= honest.size();
    }

    private static long countWith(String part, List<String> texts) {
        return texts.stream().filter(text -> text.contains(part)).count();
    }

    /** Whether nothing, or one blank, stands between two words: other signs change from message to message. */
    private static boolean areNeighbours(String text, Token before, Token next) {
        return before.end() == next.start() || (before.end() + 1 == next.start() && text.charAt(before.end()) == ' ');
    }

    private static int countLetters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); ) {
            int letter = word.codePointAt(i);
            i += Character.charCount(letter);
            letters += SYLLABLES.contains(UnicodeScript.of(letter)) ? LETTERS_A_SYLLABLE : 1;
        }
        return letters;
    }
}
