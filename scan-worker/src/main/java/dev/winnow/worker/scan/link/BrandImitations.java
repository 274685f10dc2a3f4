package dev.winnow.worker.scan.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds brands in addresses that are not theirs: as a word of a host or a path, spelt with other letters or with a typing error. Immutable;
 * any thread.
 */
final class BrandImitations {
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A brand's name as it stands in an address, without blanks. */
    private record Key(String text, int letters, Brand brand) {}

    private static final int SHORTEST = 3;
    private static final int SHORTEST_INSIDE = 6;
    private static final int HEAD = 4;
    private static final int SHORTEST_MISSPELT = 5;
    private static final int SHORTEST_MISSPELT_TWICE = 9;
    private static final int SHORTEST_JOINED = 8;
    private static final int MAX_WORDS = 12;

    private final Map<String, Brand> byKey = new HashMap<>();
    private final Set<String> everyday;

    /** Long keys by their first {@link #HEAD} letters. */
    private final Map<String, List<Key>> insideByHead;

    /** Keys by their first letter, which a misspelling keeps. */
    private final Map<Character, List<Key>> misspeltByLetter;

    BrandImitations(Collection<Brand> brands, Collection<String> everydayWords) {
        everyday = new HashSet<>(everydayWords);
        for (Brand brand : brands) {
            brand.hosts().stream()
                    .filter(host -> host.indexOf('.') > 0)
                    .map(host -> host.substring(0, host.indexOf('.')))
                    .forEach(label -> addKey(label, brand));
            brand.words().forEach(word -> addKey(WORD_BREAK.matcher(word).replaceAll(""), brand));
        }
        List<Key> keys = byKey.entrySet().stream()
                .filter(entry -> !everyday.contains(entry.getKey()))
                .map(entry -> new Key(entry.getKey(), maskLetters(entry.getKey()), entry.getValue()))
                .toList();
        insideByHead = keys.stream()
                .filter(key -> key.text().length() >= SHORTEST_INSIDE)
                .collect(Collectors.groupingBy(key -> key.text().substring(0, HEAD)));
        misspeltByLetter = keys.stream()
                .filter(key -> key.text().length() >= SHORTEST_MISSPELT)
                .collect(Collectors.groupingBy(key -> key.text().charAt(0)));
    }

    private void addKey(String key, Brand brand) {
        boolean ascii = key.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        if (ascii && key.length() >= SHORTEST) {
            byKey.putIfAbsent(key, brand);
        }
    }

    /** Whether a host may be a brand's own in another country, such as {@code amazon.com.tr}: its label is the brand's, unchanged. */
    boolean isNamesake(HostName host) {
        return byKey.containsKey(host.label()) && host.text().equals(host.unicode());
    }

    /** Whether a host may be the own one of one of these brands. */
    boolean isNamesakeOf(HostName host, Set<Brand> brands) {
        return isNamesake(host) && brands.contains(byKey.get(host.label()));
    }

    /**
     * The brand that an address imitates. A brand with an everyday name counts only where the text names it too.
     *
     * @param named the brands that the text names
     * @param rareEnding whether the host has an ending that brands do not use, so that even the plain name is an imitation
     */
    @Nullable Brand findImitated(Link link, Set<Brand> named, boolean rareEnding) {
        HostName host = link.host();
        if (host.address()) {
            return findInPath(link.path());
        }
        if (isNamesake(host) && !rareEnding && !host.shared()) {
            return null;
        }
        for (String label : host.ownLabels()) {
            Brand found = findInLabel(label, named);
            if (found != null) {
                return found;
            }
        }
        return findInPath(link.path());
    }

    private @Nullable Brand findInLabel(String label, Set<Brand> named) {
        String[] words = WORD_BREAK.split(label, MAX_WORDS);
        for (String word : words) {
            Brand found = findInWord(word, named);
            if (found != null) {
                return found;
            }
        }
        String joined = undoDisguise(String.join("", words));
        for (int i = 0; i + SHORTEST_INSIDE <= joined.length(); i++) {
            for (Key key : insideByHead.getOrDefault(joined.substring(i, i + HEAD), List.of())) {
                if (joined.startsWith(key.text(), i)) {
                    return key.brand();
                }
            }
        }
        return words.length > 1 && joined.length() >= SHORTEST_JOINED ? findMisspelt(joined, named) : null;
    }

    private @Nullable Brand findInWord(String word, Set<Brand> named) {
        Brand exact = byKey.get(word);
        if (exact != null && (!everyday.contains(word) || named.contains(exact))) {
            return exact;
        }
        String plain = undoDisguise(word);
        Brand disguised = plain.equals(word) ? null : byKey.get(plain);
        if (disguised != null && plain.length() > SHORTEST) {
            return disguised;
        }
        return everyday.contains(word) ? null : findMisspelt(word, named);
    }

    private @Nullable Brand findInPath(String path) {
        if (path.length() <= SHORTEST) {
            return null;
        }
        for (String word : WORD_BREAK.split(path.toLowerCase(Locale.ROOT), MAX_WORDS)) {
            Brand exact = word.length() > SHORTEST && !everyday.contains(word) ? byKey.get(word) : null;
            if (exact != null) {
                return exact;
            }
        }
        return null;
    }

    /** One typing error, two in long names; the first letter is right. Short names count where the text names the brand too. */
    private @Nullable Brand findMisspelt(String word, Set<Brand> named) {
        if (word.length() < SHORTEST_MISSPELT - 1 || byKey.containsKey(word)) {
            return null;
        }
        int letters = maskLetters(word);
        for (Key key : misspeltByLetter.getOrDefault(word.charAt(0), List.of())) {
            int errors = Math.min(key.text().length(), word.length()) >= SHORTEST_MISSPELT_TWICE ? 2 : 1;
            if (Math.abs(key.text().length() - word.length()) <= errors
                    && (word.length() > SHORTEST_MISSPELT || named.contains(key.brand()))
                    && Integer.bitCount(key.letters() ^ letters) <= 2 * errors
                    && EditDistance.isAtMost(key.text(), word, errors)) {
                return key.brand();
            }
        }
        return null;
    }

    /** Digits and letters of other alphabets as the letters they imitate. */
    private static String undoDisguise(String word) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain.append(c < 0x80 ? letterOfDigit(c) : LetterSkeletons.skeletonOf(c));
        }
        return plain.toString().replace("vv", "w").replace("rn", "m");
    }

    private static char letterOfDigit(char c) {
        return c >= '0' && c <= '9' ? "oizeasgtbg".charAt(c - '0') : c;
    }

    private static int maskLetters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            letters |= 1 << (c >= 'a' && c <= 'z' ? c - 'a' : 26 + c % 6);
        }
        return letters;
    }
}
