package dev.winnow.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TextTableTest {
    @Test
    void alignsColumnsAndEndsWhereTheTerminalEnds() {
        StringWriter out = new StringWriter();
        new TextTable()
                .addRow("NAME", "NOTE")
                .addRow("快递", "a note that is longer than the line")
                .addRow("z\u200Bero", "")
                .printRows(new PrintWriter(out, true), new Screen(true, Ansi.OFF, 20));

        assertThat(out.toString().lines()).containsExactly("NAME  NOTE", "快递  a note that i…", "z\u200Bero");
    }

    @Test
    void cutsNothingInAFile() {
        StringWriter out = new StringWriter();
        String note = "long ".repeat(100).strip();
        new TextTable()
                .addRow("NAME", note)
                .printRows(new PrintWriter(out, true), new Screen(false, Ansi.OFF, Integer.MAX_VALUE));

        assertThat(out.toString().strip()).isEqualTo("NAME  " + note);
    }
}
