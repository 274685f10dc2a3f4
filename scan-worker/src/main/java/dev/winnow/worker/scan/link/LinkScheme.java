package dev.winnow.worker.scan.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part before a host. */
enum LinkScheme {
    NONE,
    PLAIN,
    BROKEN;

    private static final int MAX_BLANKS = 2;
    private static final List<String> PLAIN_NAMES = List.of("https", "http");
    private static final List<String> BROKEN_NAMES =
            List.of("hxxps", "hxxp", "htxps", "htxp", "hxtps", "hxtp", "h**ps", "h**p", "htps", "htp");

    static LinkScheme findBefore(CanonicalText text, int start) {
        int at = start - 1;
        int blanks = 0;
        int slashes = 0;
        while (blanks < MAX_BLANKS && text.signAt(at) == ' ') {
            at--;
            blanks++;
        }
        while (slashes < 4 && (text.signAt(at) == '/' || text.signAt(at) == '\\')) {
            at--;
            slashes++;
        }
        if (slashes == 0) {
            return NONE;
        }
        boolean colon = text.signAt(at) == ':';
        at -= colon ? 1 : 0;
        if (colon && text.signAt(at) == ' ') {
            at--;
            blanks++;
        }
        boolean neat = colon && blanks == 0 && slashes == 2 && text.signAt(start - 1) == '/';
        return endsWith(text, at, PLAIN_NAMES) != null
                ? (neat ? PLAIN : BROKEN)
                : endsWith(text, at, BROKEN_NAMES) != null ? BROKEN : NONE;
    }

    private static @Nullable String endsWith(CanonicalText text, int last, List<String> names) {
        for (String name : names) {
            int from = last - name.length() + 1;
            if (from >= 0 && text.cutLowerText(from, last + 1).equals(name)) {
                return name;
            }
        }
        return null;
    }
}
