package dev.winnow.rules;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
    },
    /** One dot inside each long word. */
    ONE_DOT {
        @Override
        public String disguise(String text) {
            return splitLongWords(text, ".");
        }
    },
    /** One blank inside each long word. */
    ONE_SPACE {
        @Override
        public String disguise(String text) {
            return splitLongWords(text, " ");
        }
    },
    /** One invisible character inside each long word. */
    ONE_ZERO_WIDTH {
        @Override
        public String disguise(String text) {
            return splitLongWords(text, "\u200B");
        }
    },
    /** The full-width forms of every third word. */
    PART_FULL_WIDTH {
        @Override
        public String disguise(String text) {
            return changeSomeWords(text, FULL_WIDTH::disguise);
        }
    },
    /** Digits and signs for some letters of some words. */
    MIXED_LEET {
        @Override
        public String disguise(String text) {
            return changeSomeWords(text, word -> replaceLetters(word, "aeoAEO", "@30@30"));
        }
    },
    /** One letter of each long word twice. */
    DOUBLED_LETTER {
        @Override
        public String disguise(String text) {
            return LONG_WORD.matcher(text).replaceAll("$1$2$2$3");
        }
    },
    /** A picture between every two words. */
    EMOJI {
        @Override
        public String disguise(String text) {
            return text.replaceAll("(?<=[\\p{L}]) (?=[\\p{L}])", " \uD83D\uDD25 ");
        }
    },
    /** Two letters of each long word changed over. */
    TYPING_ERROR {
        @Override
        public String disguise(String text) {
            return LONG_WORD.matcher(text).replaceAll("$1$3$2");
        }
    };

    /** A word of six letters or more in three parts, in no link. */
    private static final Pattern LONG_WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.@-])(\\p{L}{3})(\\p{L})(\\p{L})(?=\\p{L}+(?![\\p{L}/.@-]*[/.@]\\p{L}))");

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

    private static String splitLongWords(String text, String separator) {
        return LONG_WORD.matcher(text).replaceAll("$1" + separator + "$2$3");
    }

    /** Changes every third word that is no link. */
    private static String changeSomeWords(String text, UnaryOperator<String> change) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i += 3) {
            if (words[i].indexOf('.') < 0 && words[i].indexOf('/') < 0) {
                words[i] = change.apply(words[i]);
            }
        }
        return String.join(" ", words);
    }

    private static String insertBetween(String text, String separator) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(separator));
    }
}
