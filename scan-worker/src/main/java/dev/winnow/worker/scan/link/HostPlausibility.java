package dev.winnow.worker.scan.link;

import java.util.Set;

/**
 * Tells hosts from words with a missing blank, such as {@code thanks.so}. A scheme, a path or a well-known host is enough; a bare host
 * needs an ending that is no word, or a shape that words do not have. One text.
 */
final class HostPlausibility {
    private static final Set<String> SURE = Set.of(
            "com", "net", "org", "info", "biz", "edu", "gov", "int", "mil", "app", "dev", "xyz", "icu", "cfd", "sbs",
            "cyou", "pw", "xin", "wang", "top", "vip", "buzz", "monster", "qpon", "io", "asia", "mobi", "tel", "gob");
    private static final Set<String> WORDS_OF_TWO = Set.of(
            "ac", "ad", "ai", "al", "am", "an", "as", "at", "au", "ba", "be", "bi", "bo", "by", "ca", "co", "de", "do",
            "ec", "ee", "el", "es", "et", "eu", "ga", "go", "gu", "id", "ie", "il", "im", "in", "io", "is", "it", "ke",
            "ki", "la", "li", "lo", "ma", "me", "mi", "mo", "ms", "mu", "my", "na", "ne", "ni", "no", "nu", "om", "pa",
            "pm", "sa", "se", "sh", "si", "so", "su", "ta", "to", "tu", "tv", "um", "us", "va", "ve", "vi", "ya", "ye");
    private static final Set<String> NO_WORDS = Set.of("com", "org", "edu", "gov");
    private static final Set<String> WORDS_OF_CHAT = Set.of(
            "xxx", "lol", "love", "baby", "now", "today", "cool", "life", "men", "one", "kiss", "wtf", "fail", "home",
            "boo", "dad", "mom", "ooo", "foo", "fun", "hot", "win", "call", "best", "help", "free", "here", "how",
            "you", "tips", "gift", "work", "run", "watch", "read", "game", "world", "rest", "date", "party", "news",
            "open");
    private static final int LONG_LABEL = 9;

    private final CanonicalText text;
    private final LinkLists lists;

    HostPlausibility(CanonicalText text, LinkLists lists) {
        this.text = text;
        this.lists = lists;
    }

    /**
     * Whether the host of a run is one.
     *
     * @param strong whether a scheme stands before it or a path after it
     */
    boolean accepts(HostName host, int start, int end, boolean strong) {
        if (host.address() || host.text().startsWith("www.") || lists.isKnown(host) || lists.isShortener(host)) {
            return strong || !host.address();
        }
        if (isDigits(host.label()) && (host.label().length() < 3 || !SURE.contains(host.ending()))) {
            return false;
        }
        return strong || acceptsBare(host, start, end);
    }

    /** Whether a host with a blank beside its last dot is one. */
    boolean acceptsBroken(HostName host, int start, int endingStart, boolean blankBefore, boolean strong) {
        String label = host.label();
        if (host.address() || isDigits(label) || label.length() < 2) {
            return false;
        }
        boolean lower =
                Character.isLowerCase(text.signAt(endingStart)) || Character.isUpperCase(text.signAt(start + 1));
        boolean sentence = !lower && !strong;
        if (sentence) {
            return false;
        }
        boolean telling = strong || (lists.isRareEnding(host.ending()) && SURE.contains(host.ending()));
        if (blankBefore) {
            boolean rare = lists.isRareEnding(host.ending())
                    && !goesOn(endingStart + host.ending().length());
            return telling || rare || SURE.contains(host.ending()) || isUnlikeWord(label);
        }
        boolean commonEnding = host.ending().equals("com") || host.ending().equals("net");
        boolean soleEnding = !host.ending().equals("top") && !host.ending().equals("vip");
        return (telling && (strong || soleEnding)) || (commonEnding && label.length() > 2);
    }

    private boolean acceptsBare(HostName host, int start, int end) {
        String ending = host.ending();
        int endingStart = end - ending.length();
        boolean newSentence = !NO_WORDS.contains(ending)
                && Character.isUpperCase(text.signAt(endingStart))
                && Character.isLowerCase(text.signAt(endingStart - 2))
                && !Character.isUpperCase(text.signAt(endingStart + 1));
        if (newSentence) {
            return false;
        }
        String label = host.label();
        boolean secondLevel = host.domain().indexOf('.') != host.domain().lastIndexOf('.');
        if (host.isInternational() || secondLevel || SURE.contains(ending)) {
            return label.length() > 1;
        }
        if (isUnlikeWord(label) || text.isMended(start, end)) {
            return true;
        }
        if (ending.length() == 2) {
            return WORDS_OF_TWO.contains(ending) ? label.length() >= LONG_LABEL : label.length() >= 3;
        }
        int shortest = WORDS_OF_CHAT.contains(ending) ? LONG_LABEL - 1 : 4;
        return label.length() >= shortest && !goesOn(end);
    }

    /** Whether a sentence seems to go on: a blank and a lower-case letter. */
    private boolean goesOn(int end) {
        return text.signAt(end) == ' ' && Character.isLowerCase(text.signAt(end + 1));
    }

    private static boolean isUnlikeWord(String label) {
        for (int i = 1; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == '-' || (c >= '0' && c <= '9')) {
                return label.length() > 2 && !isQuantity(label);
            }
        }
        return false;
    }

    /** A number with at most a sign, such as a price or a time. */
    private static boolean isQuantity(String label) {
        return label.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean isDigits(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
