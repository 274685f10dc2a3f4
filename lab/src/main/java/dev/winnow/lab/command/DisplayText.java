package dev.winnow.lab.command;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures texts in columns of a terminal, as Unicode Standard Annex 11 counts them: a letter of China, Japan or Korea and an emoji take two
 * columns, a combining or invisible character takes none. A character here is a grapheme cluster (Annex 29). Stateless.
 */
public final class DisplayText {
    private static final int EMOJI_VARIANT = 0xFE0F;
    private static final String ELLIPSIS = "…";

    private DisplayText() {}

    /** The number of columns of a text without control characters. */
    public static int countColumns(String text) {
        return splitCharacters(text).stream().mapToInt(DisplayText::widthOf).sum();
    }

    /**
     * Puts a text from outside on one line: each run of white space becomes one space, and each character that could steer the terminal
     * or turn the direction of writing becomes U+FFFD.
     */
    public static String toLine(String text) {
        StringBuilder line = new StringBuilder();
        text.replaceAll("\\s+", " ")
                .strip()
                .codePoints()
                .forEach(each -> line.appendCodePoint(isSteering(each) ? 0xFFFD : each));
        return line.toString();
    }

    /** Cuts a text to at most so many columns; an ellipsis stands for the rest. */
    public static String shorten(String text, int columns) {
        if (countColumns(text) <= columns) {
            return text;
        }
        StringBuilder start = new StringBuilder();
        int left = columns - 1;
        for (String character : splitCharacters(text)) {
            left -= widthOf(character);
            if (left < 0) {
                break;
            }
            start.append(character);
        }
        return columns < 1 ? "" : start.append(ELLIPSIS).toString();
    }

    /** Fills a text with spaces to at least so many columns. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - countColumns(text)));
    }

    private static List<String> splitCharacters(String text) {
        if (text.chars().allMatch(each -> each < 0x80)) {
            return text.chars().mapToObj(Character::toString).toList();
        }
        List<String> characters = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            characters.add(text.substring(start, end));
            start = end;
        }
        return characters;
    }

    private static int widthOf(String character) {
        if (character.indexOf(EMOJI_VARIANT) > 0) {
            return 2;
        }
        return character.codePoints().map(DisplayText::widthOf).max().orElse(0);
    }

    private static int widthOf(int codePoint) {
        int eastAsian = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        if (eastAsian == EastAsianWidth.WIDE
                || eastAsian == EastAsianWidth.FULLWIDTH
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)) {
            return 2;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> 1;
        };
    }

    private static boolean isSteering(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL
                || UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL);
    }
}
