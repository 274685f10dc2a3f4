package dev.winnow.console.rules;

import dev.winnow.yara.RuleSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The places and texts of rules in their files, read once for each version of the live rules. Immutable; any thread. */
record RuleCatalogue(String version, Map<String, Entry> entries) {
    private static final Pattern META = Pattern.compile(
            "\\b(?<name>title|category|weight)\\s*=\\s*(?:\"(?<text>(?:\\\\.|[^\"\\\\])*)\"|(?<number>-?\\d+))");

    /**
     * A rule in its file.
     *
     * @param file the name of the file
     * @param line the rule's first line, from 1
     * @param text the YARA text
     */
    record Entry(String file, int line, String text) {
        /** Reads a meta value from the text, for a rule that is not compiled. */
        @Nullable String findMeta(String name) {
            Matcher meta = META.matcher(text);
            while (meta.find()) {
                if (meta.group("name").equals(name)) {
                    String quoted = meta.group("text");
                    return quoted == null ? meta.group("number") : quoted;
                }
            }
            return null;
        }
    }

    static RuleCatalogue read(String version, List<RuleSource> sources) {
        Map<String, Entry> entries = new HashMap<>();
        for (RuleSource source : sources) {
            Map<String, Integer> lines = source.lines();
            source.rules()
                    .forEach((rule, text) ->
                            entries.put(rule, new Entry(source.name(), lines.getOrDefault(rule, 1), text)));
        }
        return new RuleCatalogue(version, Map.copyOf(entries));
    }

    @Nullable Entry find(String rule) {
        return entries.get(rule);
    }
}
