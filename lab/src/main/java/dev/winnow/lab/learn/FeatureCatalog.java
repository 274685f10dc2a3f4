package dev.winnow.lab.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes features: words, pairs of words, short runs of characters, and shapes such as links, phone numbers and amounts. */
final class FeatureCatalog {
    private static final int MIN_TEXTS = 3;
    private static final int MIN_TEXTS_FOR_CHARACTERS = 6;
    private static final int[] LENGTHS = {3, 4, 5};

    /** The shortest string, in characters: the engine looks for runs of bytes, and runs of one or two are everywhere. */
    private static final int MIN_LENGTH = 3;

    private static final Pattern WORD = Pattern.compile("[a-z0-9]{2,24}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final String DIGIT = "(0|1|2|3|4|5|6|7|8|9)";

    private static final List<Feature> SHAPES = List.of(
            Feature.ofShape("a link", "/(https?:\\/\\/|www\\.)[a-z0-9]/ nocase"),
            Feature.ofShape("a domain", "/[a-z0-9]\\.(com|net|org|info|co\\.uk|biz|tv|top|xyz|me)\\b/ nocase"),
            Feature.ofShape("a long number", "/\\b" + DIGIT + "[0-9]{8,14}\\b/"),
            Feature.ofShape("a number with spaces", "/\\b0[0-9]{2,4} [0-9]{3,4} ?[0-9]{2,4}\\b/"),
            Feature.ofShape("a short code", "/\\b" + DIGIT + "[0-9]{4,5}\\b/"),
            Feature.ofShape("a four-digit number", "/\\b" + DIGIT + "[0-9]{3}\\b/"),
            Feature.ofShape("an amount in pounds", "/\\xc2\\xa3 ?[0-9]/"),
            Feature.ofShape("an amount in dollars", "/\\$ ?[0-9]/"),
            Feature.ofShape("an amount in rupees", "/\\b(rs|inr)\\.? ?[0-9]/ nocase"),
            Feature.ofShape("an amount in pence", "/\\b[0-9]{2,3}p/ nocase"),
            Feature.ofShape("a percentage", "/[0-9]%/"),
            Feature.ofShape("a mail address", "/[a-z0-9]@[a-z0-9]/ nocase"),
            Feature.ofShape("words in capitals", "/\\b[A-Z]{3,} [A-Z]{3,}/"),
            Feature.ofShape("a word in capitals", "/\\b[A-Z]{4,}\\b/"),
            Feature.ofShape("two exclamation marks", "/!.{0,160}!/"),
            Feature.ofShape("dots in a row", "/\\.\\.\\./"),
            Feature.ofShape("a question", "/\\?/"),
            Feature.ofShape("an ampersand", "/&/"),
            Feature.ofShape("a smiley", "/[:;]-?[)(DPp]/"),
            Feature.ofShape("an age limit", "/\\b1[68](\\+|yrs| only)/ nocase"),
            new Feature("a short text", "", "filesize < 40"),
            new Feature("a text below 80 bytes", "", "filesize < 80"),
            new Feature("a text of 120 bytes or more", "", "filesize >= 120"),
            new Feature("a text of 145 bytes or more", "", "filesize >= 145"));

    private FeatureCatalog() {}

    /** Proposes features that enough of the texts have, in a fixed order. */
    static List<Feature> proposeFeatures(Collection<String> texts) {
        Map<String, Integer> words = new HashMap<>();
        Map<String, Integer> characters = new HashMap<>();
        for (String text : texts) {
            String lower = text.toLowerCase(Locale.ROOT);
            wordsOf(lower).forEach(word -> words.merge(word, 1, Integer::sum));
            charactersOf(lower).forEach(run -> characters.merge(run, 1, Integer::sum));
        }
        List<Feature> features = new ArrayList<>(SHAPES);
        selectFrequent(words, MIN_TEXTS).forEach(word -> features.add(Feature.ofWords(word)));
        selectFrequent(characters, MIN_TEXTS_FOR_CHARACTERS).forEach(run -> features.add(Feature.ofCharacters(run)));
        return features;
    }

    private static Set<String> wordsOf(String lower) {
        Set<String> found = new HashSet<>();
        Matcher matcher = WORD.matcher(lower);
        String previous = "";
        int end = -2;
        while (matcher.find()) {
            String word = matcher.group();
            if (!DIGITS.matcher(word).matches()) {
                found.add(word);
                if (matcher.start() == end + 1 && lower.charAt(end) == ' ' && !previous.isEmpty()) {
                    found.add(previous + ' ' + word);
                }
                previous = word;
            } else {
                previous = "";
            }
            end = matcher.end();
        }
        return found;
    }

    /** Finds runs of characters with at least one that is no letter: words cover the rest. */
    private static Set<String> charactersOf(String lower) {
        Set<String> found = new HashSet<>();
        for (int length : LENGTHS) {
            for (int i = 0; i + length <= lower.length(); i++) {
                String run = lower.substring(i, i + length);
                if (PRINTABLE.matcher(run).matches() && run.chars().anyMatch(c -> c != ' ' && !Character.isLetter(c))) {
                    found.add(run);
                }
            }
        }
        return found;
    }

    private static Set<String> selectFrequent(Map<String, Integer> counts, int least) {
        Map<String, Integer> sorted = new TreeMap<>(counts);
        sorted.values().removeIf(count -> count < least);
        sorted.keySet().removeIf(string -> string.length() < MIN_LENGTH);
        return sorted.keySet();
    }
}
