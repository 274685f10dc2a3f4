package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks for contents that a source may not have, whether or not it compiles: it is refused before libyara sees it. */
final class SourceChecks {

    /** libyara takes counts past its own limit of 32,767 when they overflow an int. */
    static final int MAX_REPEAT = 30_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\.");
    private static final Pattern REPEAT = Pattern.compile("\\{\\s*([0-9]*)\\s*,?\\s*([0-9]*)\\s*}");

    /** The engine's stack holds all strings of a rule at once for {@code any of them}; it has 4,096 places. */
    static final int MAX_STRINGS = 4_000;

    /** libyara compares each tag, and each name of the meta section, with all before it. */
    static final int MAX_TAGS = 500;

    private SourceChecks() {}

    /** Refusals of rules, and of the whole file for faults outside of rules. */
    static List<Refusal> checkSource(RuleSource source) {
        SourceOutline outline = SourceOutline.of(source.text());
        List<SourceTokens.Token> tokens = SourceTokens.of(source.text());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SourceTokens.Token token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
            findReason(token, next).ifPresent(reason -> refusals.add(newRefusal(source, outline, token, reason)));
        }
        for (SourceOutline.RuleRange rule : outline.all()) {
            sizeReason(tokens, rule)
                    .ifPresent(
                            reason -> refusals.add(new Refusal(source.name(), rule.name(), rule.firstLine(), reason)));
        }
        refusals.addAll(unreadable(source, outline));
        return refusals;
    }

    /** Finds contents that make libyara stop reading without naming the cause. */
    private static List<Refusal> unreadable(RuleSource source, SourceOutline outline) {
        List<Refusal> refusals = new ArrayList<>();
        String text = source.text();
        SourceTokens.unclosedComment(text)
                .ifPresent(at -> refusals.add(new Refusal(
                        source.name(),
                        null,
                        lineOf(text, at),
                        "a comment that begins with /* is never closed; end it with */")));
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            refusals.add(new Refusal(
                    source.name(),
                    outline.ruleAt(nul).map(SourceOutline.RuleRange::name).orElse(null),
                    lineOf(text, nul),
                    "the file holds a NUL character; remove it, and write \\x00 in a string"));
        }
        return refusals;
    }

    private static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static Optional<String> sizeReason(List<SourceTokens.Token> tokens, SourceOutline.RuleRange rule) {
        // Nothing shorter can hold too many of anything.
        if (rule.end() - rule.start() < 2 * MAX_TAGS) {
            return Optional.empty();
        }
        int strings = 0;
        int tags = 0;
        int metas = 0;
        String section = "tags";
        for (int i = firstToken(tokens, rule);
                i + 1 < tokens.size() && tokens.get(i).start() < rule.end();
                i++) {
            SourceTokens.Token token = tokens.get(i);
            boolean assigned = tokens.get(i + 1).isWord("=");
            if (tokens.get(i + 1).isWord(":")
                    && (token.isWord("meta") || token.isWord("strings") || token.isWord("condition"))) {
                section = token.text();
            }
            tags += section.equals("tags") && token.kind() == SourceTokens.Kind.WORD ? 1 : 0;
            metas += section.equals("meta") && assigned ? 1 : 0;
            strings += section.equals("strings") && assigned ? 1 : 0;
        }
        if (strings > MAX_STRINGS) {
            return Optional.of("it has %,d strings, and at most %,d fit; split it".formatted(strings, MAX_STRINGS));
        }
        if (tags > MAX_TAGS) {
            return Optional.of("it has more than %,d tags; remove some".formatted(MAX_TAGS));
        }
        return metas > MAX_TAGS
                ? Optional.of("it has %,d entries in meta, and at most %,d fit; remove some".formatted(metas, MAX_TAGS))
                : Optional.empty();
    }

    private static int firstToken(List<SourceTokens.Token> tokens, SourceOutline.RuleRange rule) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < rule.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Optional<String> findReason(SourceTokens.Token token, String next) {
        if (token.isWord("include")) {
            return Optional.of("'include' is off; put the rules of %s into this file".formatted(next));
        }
        if (token.isWord("import")) {
            return Optional.of("module %s is not built in; remove the import and what uses it".formatted(next));
        }
        if (token.isWord("entrypoint")) {
            return Optional.of("'entrypoint' is deprecated and a text has none; remove it");
        }
        return token.kind() == SourceTokens.Kind.REGEX ? repeatReason(token.text()) : Optional.empty();
    }

    private static Optional<String> repeatReason(String regex) {
        Matcher repeats = REPEAT.matcher(ESCAPE.matcher(regex).replaceAll("_"));
        while (repeats.find()) {
            if (isTooLarge(repeats.group(1)) || isTooLarge(repeats.group(2))) {
                return Optional.of(
                        "the regex repeats %s; lower it to at most %,d".formatted(repeats.group(), MAX_REPEAT));
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLarge(String count) {
        String digits = count.replaceFirst("^0+", "");
        return digits.length() > 5 || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_REPEAT);
    }

    private static Refusal newRefusal(
            RuleSource source, SourceOutline outline, SourceTokens.Token token, String reason) {
        return new Refusal(
                source.name(),
                outline.ruleAt(token.start()).map(SourceOutline.RuleRange::name).orElse(null),
                token.line(),
                reason);
    }
}
