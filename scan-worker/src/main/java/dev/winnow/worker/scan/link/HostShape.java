package dev.winnow.worker.scan.link;

/** Measures of the letters in an address. Stateless. */
final class HostShape {
    private static final int SHORTEST = 5;

    private HostShape() {}

    /** Whether a label looks made by a machine: no vowels, many digits, or letters and digits in turn. */
    static boolean isOdd(String label) {
        int letters = 0;
        int vowels = 0;
        int digits = 0;
        int turns = 0;
        int consonants = 0;
        int longestRun = 0;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean vowel = "aeiouy".indexOf(c) >= 0;
            boolean letter = c >= 'a' && c <= 'z';
            digits += digit ? 1 : 0;
            letters += letter ? 1 : 0;
            vowels += vowel ? 1 : 0;
            consonants = letter && !vowel ? consonants + 1 : 0;
            longestRun = Math.max(longestRun, consonants);
            boolean digitBefore = i > 0 && label.charAt(i - 1) >= '0' && label.charAt(i - 1) <= '9';
            turns += i > 0 && digit != digitBefore && (letter || digit) && label.charAt(i - 1) != '-' ? 1 : 0;
        }
        if (label.length() < SHORTEST) {
            return turns >= 2 && letters > 0;
        }
        boolean noVowels = letters >= SHORTEST && vowels == 0;
        boolean digitHeavy = digits >= 3 && letters > 0 && 2 * digits >= label.length();
        return noVowels || digitHeavy || turns >= 3 || longestRun >= 6;
    }

    /** Whether a part of a path mixes capitals, small letters and digits as a machine does. */
    static boolean hasRandomPart(String path) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || !CanonicalText.isAsciiWordPart(path.charAt(i))) {
                if (i - start >= 4 && i - start <= 40 && isRandom(path, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isRandom(String path, int start, int end) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        int rises = 0;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            rises += capital && i > start && Character.isLowerCase(path.charAt(i - 1)) ? 1 : 0;
            upper |= capital;
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
        }
        return upper && lower && (digit || (rises >= 2 && end - start <= 10));
    }
}
