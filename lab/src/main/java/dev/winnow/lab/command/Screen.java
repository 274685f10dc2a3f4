package dev.winnow.lab.command;

import java.io.Console;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The place where a command's output goes.
 *
 * @param isTerminal whether people read it; otherwise a program does, or a file keeps it
 * @param ansi whether colours are shown, which NO_COLOR, CLICOLOR and CLICOLOR_FORCE decide too
 * @param columns the width of the terminal
 */
public record Screen(boolean isTerminal, Ansi ansi, int columns) {

    /** Looks where the output of a command goes. */
    public static Screen ofCommand(CommandSpec spec) {
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        if (isConsole()) {
            return new Screen(true, ansi, spec.root().usageMessage().width());
        }
        if (OutputTerminal.isStandardOutput()) {
            boolean isPlain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
            return new Screen(true, isPlain ? ansi : Ansi.ON, OutputTerminal.countColumns());
        }
        return new Screen(false, ansi, Integer.MAX_VALUE);
    }

    /** A text in red, for junk and faults. */
    public String red(String text) {
        return paint("red,bold", text);
    }

    /** A text in green, for a good result. */
    public String green(String text) {
        return paint("green", text);
    }

    /** A text in yellow, for a note. */
    public String yellow(String text) {
        return paint("yellow", text);
    }

    /** A verdict in its colour; a message without one has the colour of a note. */
    public String paintVerdict(String verdict) {
        return switch (verdict.strip()) {
            case "junk" -> red(verdict);
            case "clean", "transaction" -> green(verdict);
            default -> yellow(verdict);
        };
    }

    private String paint(String style, String text) {
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return ansi.enabled() ? Ansi.Style.on(styles) + text + Ansi.Style.reset.on() : text;
    }

    /** The JVM says no when standard input is a pipe. */
    @SuppressWarnings("SystemConsoleNull") // It is null where the runtime has no console of its own.
    private static boolean isConsole() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
