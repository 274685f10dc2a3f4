package dev.winnow.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A YARA rule cut into words for colours. It never fails: an unknown character stays as it is. Stateless; any thread. */
final class YaraSource {
    private static final Pattern TOKENS = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
                    + "|(?<string>\"(?:\\\\.|[^\"\\\\\\n])*\")"
                    + "|(?<regex>/(?:\\\\.|[^/\\\\\\n])+/[is]*)"
                    + "|(?<variable>[$#@!][A-Za-z0-9_]*\\*?)"
                    + "|(?<number>\\b\\d+\\b)"
                    + "|(?<keyword>\\b(?:rule|private|global|meta|strings|condition|and|or|not|any|all|none|of|them|for|in|at"
                    + "|nocase|fullword|ascii|wide|true|false|filesize|matches|contains|icontains|iequals|startswith|endswith|defined)\\b)");
    private static final List<String> KINDS = List.of("comment", "string", "regex", "variable", "number", "keyword");

    private YaraSource() {}

    /** A piece of source; the kind is empty for plain text. */
    record Piece(String kind, String text) {}

    static List<Piece> cut(String source) {
        List<Piece> pieces = new ArrayList<>();
        Matcher tokens = TOKENS.matcher(source);
        int at = 0;
        while (tokens.find()) {
            if (tokens.start() > at) {
                pieces.add(new Piece("", source.substring(at, tokens.start())));
            }
            pieces.add(new Piece(kindOf(tokens), tokens.group()));
            at = tokens.end();
        }
        if (at < source.length()) {
            pieces.add(new Piece("", source.substring(at)));
        }
        return pieces;
    }

    private static String kindOf(Matcher tokens) {
        return KINDS.stream()
                .filter(kind -> tokens.group(kind) != null)
                .findFirst()
                .orElse("");
    }
}
