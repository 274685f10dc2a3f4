package dev.winnow.local.rules;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Colours where the output is a terminal, as picocli decides. */
final class Colour {
    private Colour() {}

    static String red(CommandSpec spec, String text) {
        return paint(spec, "red,bold", text);
    }

    static String green(CommandSpec spec, String text) {
        return paint(spec, "green", text);
    }

    static String yellow(CommandSpec spec, String text) {
        return paint(spec, "yellow", text);
    }

    private static String paint(CommandSpec spec, String style, String text) {
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return ansi.enabled() ? Ansi.Style.on(styles) + text + Ansi.Style.off(styles) : text;
    }
}
