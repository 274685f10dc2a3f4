package dev.winnow.rules;

import java.util.stream.Collectors;

/** Ways to hide a text from word lists that leave it readable: to test that rules see through them. Deterministic. */
public enum Disguise {
    /** Cyrillic letters for the Latin ones they look like. */
    LOOK_ALIKE {
        @Override
        public String disguise(String text) {
            return replaceLetters(text, "aeopcxyisABEKMHOPCTX", "аеорсхуіѕАВЕКМНОРСТХ");
        }
    },
    /** Digits and signs for letters. */
    LEET {
        @Override
        public String disguise(String text) {
            return replaceLetters(text, "aeiostAEIOST", "431057431057");
        }
    },
    /** A space after every character; the text's own spaces become three. */
    SPACED {
        @Override
        public String disguise(String text) {
            return insertBetween(text, " ");
        }
    },
    /** A dot between the letters of a word. */
    DOTTED {
        @Override
        public String disguise(String text) {
            return text.replaceAll("(?<=[\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])", ".");
        }
    },
    /** An invisible character after every character. */
    ZERO_WIDTH {
        @Override
        public String disguise(String text) {
            return insertBetween(text, "\u200B");
        }
    },
    /** The full-width forms of ASCII characters. */
    FULL_WIDTH {
        @Override
        public String disguise(String text) {
            return text.codePoints()
                    .map(c -> c > ' ' && c < 0x7F ? c - '!' + 0xFF01 : c)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    };

    /** The text in disguise; unchanged where the disguise has nothing to offer. */
    public abstract String disguise(String text);

    private static String replaceLetters(String text, String plain, String disguised) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            int place = plain.indexOf(result.charAt(i));
            if (place >= 0) {
                result.setCharAt(i, disguised.charAt(place));
            }
        }
        return result.toString();
    }

    private static String insertBetween(String text, String separator) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(separator));
    }
}
