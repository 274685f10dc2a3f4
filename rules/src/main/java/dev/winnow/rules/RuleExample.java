package dev.winnow.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message that a rule must match, or must not. Files of them stand next to the rules: {@code banking.examples.tsv} with the
 * columns {@code rule}, {@code expect} ({@code match} or {@code miss}) and {@code text}, and a header line.
 * Rules that ask for waves have a fourth column, such as {@code messages=60 senders=30 tenants=2}, and {@code sender} if they ask for it.
 *
 * @param topic the rule file's name without its extension
 * @param rule the rule's identifier
 * @param matches whether the rule must match
 * @param text the message
 * @param wave the wave that the message is part of, by the names above; usually empty
 */
public record RuleExample(String topic, String rule, boolean matches, String text, Map<String, String> wave) {
    public RuleExample {
        wave = Map.copyOf(wave);
    }

    /** The ending of a file of examples, after its topic. */
    public static final String FILE_SUFFIX = ".examples.tsv";

    private static final String HEADER = "rule\texpect\ttext";

    /**
     * Reads a file of examples.
     *
     * @param file its name, for errors
     * @throws IllegalArgumentException if a line has another form; names file and line
     */
    public static List<RuleExample> parseFile(String file, String topic, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(file + " must start with the header " + HEADER.replace("\t", "<TAB>"));
        }
        List<RuleExample> examples = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            examples.add(parseLine(topic, lines.get(i), file + ":" + (i + 1)));
        }
        return examples;
    }

    private static RuleExample parseLine(String topic, String line, String place) {
        String[] columns = line.split("\t", 4);
        if (columns.length >= 3 && (columns[1].equals("match") || columns[1].equals("miss"))) {
            Map<String, String> wave = columns.length == 4 ? parseWave(columns[3], place) : Map.of();
            return new RuleExample(topic, columns[0], columns[1].equals("match"), columns[2], wave);
        }
        throw new IllegalArgumentException(place + " must be rule<TAB>match or miss<TAB>text");
    }

    private static Map<String, String> parseWave(String column, String place) {
        Map<String, String> wave = new HashMap<>();
        for (String part : column.split(" ", -1)) {
            int sign = part.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException(place + " has a wave without name=value: " + part);
            }
            wave.put(part.substring(0, sign), part.substring(sign + 1));
        }
        return wave;
    }
}
