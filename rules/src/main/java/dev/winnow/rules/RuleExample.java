package dev.winnow.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message that a rule must match, or must not. Files of them stand next to the rules: {@code banking.examples.tsv} with the
 * columns {@code rule}, {@code expect} ({@code match} or {@code miss}) and {@code text}, and a header line.
 * Rules that ask for waves have a fourth column, such as {@code messages=60 senders=30 tenants=2}, and {@code sender} if they ask for it.
 *
 * @param topic the rule file's name without its extension
 * @param rule the rule's identifier
 * @param matches whether the rule must match
 * @param text the message
 * @param wave the wave that the message is part of; usually none
 */
public record RuleExample(String topic, String rule, boolean matches, String text, Optional<Wave> wave) {
    /** The ending of a file of examples, after its topic. */
    public static final String FILE_SUFFIX = ".examples.tsv";

    private static final String HEADER = "rule\texpect\ttext";

    /**
     * A wave of messages in one wording.
     *
     * @param messages how many came before, 1 to 10,000
     * @param senders how many senders they had, 1 to 10,000
     * @param tenants how many tenants got them, 1 to 10,000
     * @param sender the sender of the message; empty for none
     */
    public record Wave(int messages, int senders, int tenants, String sender) {
        private static final Set<String> NAMES = Set.of("messages", "senders", "tenants", "sender");
        private static final int MOST = 10_000;

        private static Wave parseColumn(String column, String place) {
            Map<String, String> values = new HashMap<>();
            for (String part : column.split(" ", -1)) {
                int sign = part.indexOf('=');
                if (sign < 1 || !NAMES.contains(part.substring(0, sign))) {
                    throw new IllegalArgumentException(place
                            + " has a wave that is not like messages=60 senders=30 tenants=2 sender=Desk: '" + part
                            + "'");
                }
                values.put(part.substring(0, sign), part.substring(sign + 1));
            }
            return new Wave(
                    readNumber(values, "messages", place),
                    readNumber(values, "senders", place),
                    readNumber(values, "tenants", place),
                    values.getOrDefault("sender", ""));
        }

        private static int readNumber(Map<String, String> values, String name, String place) {
            String value = values.getOrDefault(name, "1");
            int number = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
            if (number < 1 || number > MOST) {
                throw new IllegalArgumentException(
                        "%s: %s must be a number from 1 to %,d, is '%s'".formatted(place, name, MOST, value));
            }
            return number;
        }
    }

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
            Optional<Wave> wave =
                    columns.length == 4 ? Optional.of(Wave.parseColumn(columns[3], place)) : Optional.empty();
            return new RuleExample(topic, columns[0], columns[1].equals("match"), columns[2], wave);
        }
        throw new IllegalArgumentException(place + " must be rule<TAB>match or miss<TAB>text");
    }
}
