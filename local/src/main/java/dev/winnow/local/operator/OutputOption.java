package dev.winnow.local.operator;

import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.TextTable;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
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

    /** Prints rows below a head. */
    static void printTable(CommandSpec spec, List<String> head, List<List<String>> rows) {
        TextTable table = new TextTable().addRow(head);
        rows.forEach(table::addRow);
        table.printRows(spec.commandLine().getOut(), Screen.ofCommand(spec));
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
