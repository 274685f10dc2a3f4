package dev.winnow.yara;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule with its place and with the rules it needs to be measured alone.
 *
 * @param file its source's name
 * @param line of its first character, from 1
 * @param closure its text after the texts of the rules it refers to, in the order of the source
 * @param strings its own patterns
 * @param others the patterns of the rules it refers to
 */
record RuleText(String file, int line, String name, String closure, RuleStrings strings, List<RuleStrings> others) {

    /** Rises when the texts or the way of measuring change, so that older figures are not used any more. */
    private static final int ADMISSION_VERSION = 3;

    /** Finds the texts of compiled rules; reads each source once. */
    static List<RuleText> of(List<RuleSource> sources, List<Rule> rules) {
        Map<String, Map<String, RuleText>> byNamespace = new HashMap<>();
        sources.forEach(source -> byNamespace.put(source.namespace(), read(source)));
        List<RuleText> texts = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, RuleText> named = byNamespace.get(rule.namespace());
            RuleText text = named == null ? null : named.get(rule.name());
            if (text == null) {
                throw new IllegalStateException("the compiled rule %s is in no source".formatted(rule));
            }
            texts.add(text);
        }
        return texts;
    }

    /** Equal for rules that cost the same: a hash over everything the figure depends on. */
    String key(double stop) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String settings = "%s %d %s %s\n".formatted(RuleSet.ENGINE_VERSION, ADMISSION_VERSION, stop, name);
            digest.update(settings.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(closure.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Refusal refusal(String reason) {
        return new Refusal(file, name, line, reason);
    }

    private record Part(SourceOutline.RuleRange span, String text, RuleStrings strings, boolean global) {}

    private static Map<String, RuleText> read(RuleSource source) {
        List<SourceTokens.Token> tokens = SourceTokens.of(source.text());
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Set<Integer> globals = new TreeSet<>();
        int at = 0;
        for (SourceOutline.RuleRange span : SourceOutline.of(source.text()).all()) {
            while (at < tokens.size() && tokens.get(at).start() < span.start()) {
                at++;
            }
            int from = at;
            while (at < tokens.size() && tokens.get(at).start() < span.end()) {
                at++;
            }
            List<SourceTokens.Token> own = tokens.subList(from, at);
            boolean global = own.stream().limit(3).anyMatch(token -> token.isWord("global"));
            if (global) {
                globals.add(parts.size());
            }
            places.putIfAbsent(span.name(), parts.size());
            parts.add(new Part(span, source.text().substring(span.start(), span.end()), new RuleStrings(own), global));
        }
        Map<String, RuleText> texts = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            texts.putIfAbsent(parts.get(i).span().name(), text(source, parts, places, globals, i));
        }
        return texts;
    }

    private static RuleText text(
            RuleSource source, List<Part> parts, Map<String, Integer> places, Set<Integer> globals, int which) {
        Set<Integer> needed = new TreeSet<>(globals);
        List<Integer> open = new ArrayList<>(globals);
        open.add(which);
        needed.add(which);
        while (!open.isEmpty()) {
            for (int next : referred(parts.get(open.removeLast()).strings(), parts, places)) {
                if (needed.add(next)) {
                    open.add(next);
                }
            }
        }
        StringBuilder closure = new StringBuilder();
        List<RuleStrings> others = new ArrayList<>();
        for (int i : needed) {
            closure.append(parts.get(i).text()).append('\n');
            if (i != which) {
                others.add(parts.get(i).strings());
            }
        }
        SourceOutline.RuleRange span = parts.get(which).span();
        return new RuleText(
                source.name(),
                span.firstLine(),
                span.name(),
                closure.toString(),
                parts.get(which).strings(),
                others);
    }

    /** Rules by name, and by the start of their names before a star. */
    private static Set<Integer> referred(RuleStrings rule, List<Part> parts, Map<String, Integer> places) {
        Set<Integer> referred = new LinkedHashSet<>();
        List<SourceTokens.Token> condition = rule.condition();
        for (int i = 0; i < condition.size(); i++) {
            SourceTokens.Token token = condition.get(i);
            if (token.kind() != SourceTokens.Kind.WORD) {
                continue;
            }
            Integer place = places.get(token.text());
            if (place != null) {
                referred.add(place);
            }
            if (i + 1 < condition.size() && condition.get(i + 1).isWord("*")) {
                for (int j = 0; j < parts.size(); j++) {
                    if (parts.get(j).span().name().startsWith(token.text())) {
                        referred.add(j);
                    }
                }
            }
        }
        return referred;
    }
}
