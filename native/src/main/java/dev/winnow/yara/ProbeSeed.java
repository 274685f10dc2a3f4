package dev.winnow.yara;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The characters a rule looks for: what the texts that are hard on it are made of. */
final class ProbeSeed {

    private static final int LONGEST = 200;

    private ProbeSeed() {}

    /** At most 200 bytes, from the literals of the rule in its source. */
    static byte[] of(String rule) {
        StringBuilder seed = new StringBuilder();
        List<SourceTokens.Token> tokens = SourceTokens.of(rule);
        for (SourceTokens.Token token : tokens) {
            switch (token.kind()) {
                case STRING ->
                    seed.append(token.text(), 1, Math.max(1, token.text().length() - 1));
                case REGEX -> seed.append(plain(token.text()));
                case HEX, WORD, OTHER -> {}
            }
        }
        byte[] utf8 = seed.toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(utf8, Math.min(utf8.length, LONGEST));
    }

    /** The regex with a member in place of each class, and without its operators. */
    private static String plain(String regex) {
        int end = regex.lastIndexOf('/');
        return regex.substring(1, Math.max(1, end))
                .replace("\\d", "1")
                .replace("\\w", "a")
                .replace("\\s", " ")
                .replaceAll("\\\\[bBWDS]", "")
                .replaceAll("\\{[0-9, ]*}", "")
                .replaceAll("(?<!\\\\)[\\[\\](){}*+?|^$]", "")
                .replace("\\", "");
    }
}
