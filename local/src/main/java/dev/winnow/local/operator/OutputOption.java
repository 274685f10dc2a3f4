package dev.winnow.local.operator;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A table for people, or JSON for programs. */
final class OutputOption {
    @Option(names = "--json", description = "Print the API's JSON.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    void printJson(PrintWriter out, JsonNode document) {
        out.println(document.toPrettyString());
    }

    /** Prints rows below a head, each column as wide as its widest cell. */
    static void printTable(PrintWriter out, List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        all.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i));
                line.append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Reads the texts of these members, in their order; a missing one is empty. */
    static List<String> cells(JsonNode row, String... members) {
        return Arrays.stream(members)
                .map(member -> row.path(member).asString(""))
                .toList();
    }

    /** A time without fractions of a second. */
    static String seconds(JsonNode time) {
        return time.asString("").replaceFirst("\\.\\d+Z$", "Z");
    }
}
