package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a source may not contain, whether or not it compiles: it is refused before libyara sees it. */
final class SourceChecks {

    /** libyara takes counts past its own limit of 32,767 when they overflow an int. */
    static final int MAX_REPEAT = 30_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\.");
    private static final Pattern REPEAT = Pattern.compile("\\{\\s*([0-9]*)\\s*,?\\s*([0-9]*)\\s*}");

    private SourceChecks() {}

    /** Refusals of rules, and of the whole file for what stands outside them. */
    static List<Refusal> check(RuleSource source) {
        SourceOutline outline = SourceOutline.of(source.text());
        List<SourceTokens.Token> tokens = SourceTokens.of(source.text());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SourceTokens.Token token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
            reason(token, next).ifPresent(reason -> refusals.add(refusal(source, outline, token, reason)));
        }
        return refusals;
    }

    private static Optional<String> reason(SourceTokens.Token token, String next) {
        if (token.is("include")) {
            return Optional.of("'include' is off; put the rules of %s into this file".formatted(next));
        }
        if (token.is("import")) {
            return Optional.of("module %s is not built in; remove the import and what uses it".formatted(next));
        }
        if (token.is("entrypoint")) {
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

    private static Refusal refusal(RuleSource source, SourceOutline outline, SourceTokens.Token token, String reason) {
        return new Refusal(
                source.name(),
                outline.ruleAt(token.start()).map(SourceOutline.Span::name).orElse(null),
                token.line(),
                reason);
    }
}
