package dev.winnow.worker.scan.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The traits of how a text is written, in any language: numbers by their form, signs, capitals, sentences, the beginning, and scripts.
 * Allocation-free after construction; one thread.
 */
final class TextTraits {
    private static final long PHONE = hash("phone");
    private static final long CODE = hash("code");
    private static final long MASK = hash("mask");
    private static final long MONEY = hash("money");
    private static final long TIME = hash("time");
    private static final long DATE = hash("date");
    private static final long REFERENCE = hash("reference");
    private static final long BRACKET = hash("bracket");
    private static final long PREFIX = hash("prefix");
    private static final long QUESTION = hash("question");
    private static final long PICTURE = hash("picture");
    private static final long AT = hash("at");
    private static final long SMALL_START = hash("small_start");
    private static final int MOST_EXCLAMATIONS = 3;
    private static final int MOST_SENTENCES = 6;
    private static final int MOST_DIGITS = 6;
    private static final int MOST_CAPITALS = 5;
    private static final int FEWEST_PHONE_DIGITS = 8;
    private static final int LONGEST_PREFIX = 30;
    private static final int MAX_SCRIPTS = 3;
    private static final String UNITS = "\u5143\u5186\u5713\uc6d0";
    private static final long[] EXCLAMATIONS = hashCounts("exclamations_", MOST_EXCLAMATIONS);
    private static final long[] SENTENCES = hashCounts("sentences_", MOST_SENTENCES);
    private static final long[] DIGITS = hashCounts("digits_", MOST_DIGITS);
    private static final long[] CAPITALS = hashCounts("capitals_", MOST_CAPITALS);
    private static final Character.UnicodeScript[] SCRIPT_VALUES = Character.UnicodeScript.values();
    private static final long[] SCRIPTS = Arrays.stream(SCRIPT_VALUES)
            .mapToLong(script -> hash(nameScript(script)))
            .toArray();

    private final int[] scripts = new int[MAX_SCRIPTS];
    private final NumberForms numbers = new NumberForms();
    private int scriptCount;
    private int letters;
    private int capitals;
    private int digits;
    private int sentences;
    private int exclamations;
    private boolean question;
    private boolean picture;
    private boolean at;
    private boolean money;

    /** The names of all traits. */
    static List<String> listNames() {
        List<String> names = new ArrayList<>(List.of(
                "phone",
                "code",
                "mask",
                "money",
                "time",
                "date",
                "reference",
                "bracket",
                "prefix",
                "question",
                "picture",
                "at",
                "small_start"));
        addCounts(names, "exclamations_", MOST_EXCLAMATIONS);
        addCounts(names, "sentences_", MOST_SENTENCES);
        addCounts(names, "digits_", MOST_DIGITS);
        addCounts(names, "capitals_", MOST_CAPITALS);
        Arrays.stream(SCRIPT_VALUES).map(TextTraits::nameScript).forEach(names::add);
        return names.stream().map(name -> FeatureHash.TRAIT + name).toList();
    }

    /** Hands the traits of a text to the sink. */
    void readTraits(String text, LongConsumer sink) {
        startText();
        for (int i = 0; i < text.length(); i++) {
            readChar(text, i);
        }
        numbers.readText(text);
        handOn(text, sink);
    }

    private void startText() {
        scriptCount = 0;
        letters = 0;
        capitals = 0;
        digits = 0;
        sentences = 0;
        exclamations = 0;
        question = false;
        picture = false;
        at = false;
        money = false;
    }

    private void readChar(String text, int i) {
        char c = text.charAt(i);
        if (Character.isDigit(c)) {
            digits++;
        } else if (Character.isLetter(c)) {
            letters++;
            capitals += Character.isUpperCase(c) ? 1 : 0;
            money |= UNITS.indexOf(c) >= 0 && i > 0 && Character.isDigit(text.charAt(i - 1));
            if (c > 0x24f) {
                addScript(c);
            }
        } else {
            readSign(text, i, c);
        }
    }

    private void readSign(String text, int i, char c) {
        switch (c) {
            case '?', '\uff1f', '\u061f' -> question = true;
            case '!', '\uff01' -> exclamations++;
            case '@' -> at |= i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            default -> {
                int type = Character.getType(c);
                money |= type == Character.CURRENCY_SYMBOL;
                picture |= type == Character.OTHER_SYMBOL || (c >= '\ud83c' && c <= '\ud83e');
            }
        }
        if (".!?\u3002\uff01\uff1f".indexOf(c) >= 0 && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
            sentences++;
        }
    }

    private void addScript(char c) {
        int script = Character.UnicodeScript.of(c).ordinal();
        for (int i = 0; i < scriptCount; i++) {
            if (scripts[i] == script) {
                return;
            }
        }
        if (scriptCount < MAX_SCRIPTS) {
            scripts[scriptCount++] = script;
        }
    }

    private void handOn(String text, LongConsumer sink) {
        accept(numbers.hasPhone(FEWEST_PHONE_DIGITS), PHONE, sink);
        accept(numbers.hasCode(), CODE, sink);
        accept(numbers.hasMask(), MASK, sink);
        accept(money, MONEY, sink);
        accept(numbers.hasTime(), TIME, sink);
        accept(numbers.hasDate(), DATE, sink);
        accept(numbers.hasReference(), REFERENCE, sink);
        accept(!text.isEmpty() && "[\u3010\u3014(\uff08".indexOf(text.charAt(0)) >= 0, BRACKET, sink);
        accept(hasPrefix(text), PREFIX, sink);
        accept(question, QUESTION, sink);
        accept(picture, PICTURE, sink);
        accept(at, AT, sink);
        accept(!text.isEmpty() && Character.isLowerCase(text.charAt(0)), SMALL_START, sink);
        sink.accept(EXCLAMATIONS[Math.min(exclamations, MOST_EXCLAMATIONS)]);
        sink.accept(SENTENCES[Math.min(sentences, MOST_SENTENCES)]);
        sink.accept(DIGITS[Math.min(20 * digits / Math.max(1, text.length()), MOST_DIGITS)]);
        sink.accept(CAPITALS[Math.min(5 * capitals / Math.max(1, letters), MOST_CAPITALS)]);
        for (int i = 0; i < scriptCount; i++) {
            sink.accept(SCRIPTS[scripts[i]]);
        }
    }

    /** Whether a sender's name and a colon begin the text. */
    private static boolean hasPrefix(String text) {
        int limit = Math.min(LONGEST_PREFIX, text.length() - 1);
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '\uff1a') {
                return i >= 2 && text.charAt(i + 1) != '/';
            }
        }
        return false;
    }

    private static void accept(boolean present, long hash, LongConsumer sink) {
        if (present) {
            sink.accept(hash);
        }
    }

    private static String nameScript(Character.UnicodeScript script) {
        return "script_" + script.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void addCounts(List<String> names, String prefix, int most) {
        for (int i = 0; i <= most; i++) {
            names.add(prefix + i);
        }
    }

    private static long[] hashCounts(String prefix, int most) {
        long[] hashes = new long[most + 1];
        Arrays.setAll(hashes, count -> hash(prefix + count));
        return hashes;
    }

    private static long hash(String name) {
        return FeatureHash.ofName(FeatureHash.TRAIT + name);
    }
}
