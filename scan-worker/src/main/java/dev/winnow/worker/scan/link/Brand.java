package dev.winnow.worker.scan.link;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A firm or an authority that people know by name.
 *
 * @param name how it calls itself
 * @param country ISO 3166-1 alpha-2 code of its home, or {@code ZZ} for the whole world
 * @param words how texts write it, in lower case
 * @param hosts the domains that are its own; a public suffix such as {@code gov.uk} stands for all below it
 */
record Brand(String name, String country, List<String> words, List<String> hosts) {
    private static final Pattern COLUMNS = Pattern.compile("\t");
    private static final Pattern COMMA = Pattern.compile(" *, *");
    private static final Pattern BLANK = Pattern.compile(" +");

    /**
     * Reads a line: name, country, words with commas between them, hosts with blanks between them, all separated by tabs.
     *
     * @throws IllegalArgumentException if it has another form; names the line
     */
    static Brand parseLine(String line) {
        String[] columns = COLUMNS.split(line, -1);
        if (columns.length != 4 || columns[2].isBlank() || columns[3].isBlank() || !columns[1].matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "a brand is name<TAB>country<TAB>words, with commas<TAB>hosts with blanks, not: " + line);
        }
        return new Brand(
                columns[0].strip(),
                columns[1],
                List.of(COMMA.split(columns[2].strip())),
                List.of(BLANK.split(columns[3].strip())));
    }
}
