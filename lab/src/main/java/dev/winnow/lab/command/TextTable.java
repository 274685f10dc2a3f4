package dev.winnow.lab.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of texts: each column is as wide as its widest cell, and the last one ends where the terminal does. One thread. */
public final class TextTable {
    private static final int GAP = 2;

    /** The fewest columns of a last cell; a narrower terminal breaks the line. */
    private static final int NARROWEST = 10;

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row. All rows have the same number of cells. */
    public TextTable addRow(String... cells) {
        return addRow(List.of(cells));
    }

    /** Adds a row. All rows have the same number of cells. */
    public TextTable addRow(List<String> cells) {
        rows.add(cells.stream().map(DisplayText::toLine).toList());
        return this;
    }

    /** Prints all rows. */
    public void printRows(PrintWriter out, Screen screen) {
        int last = rows.isEmpty() ? 0 : rows.getFirst().size() - 1;
        int[] widths = new int[last];
        int left = screen.columns();
        for (int i = 0; i < last; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> DisplayText.countColumns(row.get(column)))
                    .max()
                    .orElse(0);
            left -= widths[i] + GAP;
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < last; i++) {
                line.append(DisplayText.pad(row.get(i), widths[i] + GAP));
            }
            out.println(line.append(DisplayText.shorten(row.get(last), Math.max(NARROWEST, left)))
                    .toString()
                    .stripTrailing());
        }
    }
}
