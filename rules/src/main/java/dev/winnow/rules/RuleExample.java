package dev.winnow.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A message that a rule must match, or must not. Files of them stand next to the rules: {@code banking.examples.tsv} with the
 * columns {@code rule}, {@code expect} ({@code match} or {@code miss}) and {@code text}, and a header line.
 *
 * @param topic the rule file's name without its extension
 * @param rule the rule's identifier
 * @param matches whether the rule must match
 * @param text the message
 */
public record RuleExample(String topic, String rule, boolean matches, String text) {
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
        String[] columns = line.split("\t", 3);
        if (columns.length == 3 && columns[1].equals("match")) {
            return new RuleExample(topic, columns[0], true, columns[2]);
        }
        if (columns.length == 3 && columns[1].equals("miss")) {
            return new RuleExample(topic, columns[0], false, columns[2]);
        }
        throw new IllegalArgumentException(place + " must be rule<TAB>match or miss<TAB>text");
    }
}
