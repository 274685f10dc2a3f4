package dev.winnow.local;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** {@code winnow generate-man-page}: the page in roff with the macros of man(7), from the same descriptions as {@code --help}. */
@Command(name = "generate-man-page", hidden = true, description = "Print the man page winnow(1).")
final class ManPageCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<String> lines = new ArrayList<>();

    @Override
    public void run() {
        CommandSpec root = spec.root();
        lines.add(".TH WINNOW 1");
        lines.add(".SH NAME");
        lines.add("winnow \\- " + escapeText(joinLines(root.usageMessage().description())));
        lines.add(".SH SYNOPSIS");
        lines.add(".B winnow");
        lines.add("COMMAND [OPTIONS]");
        lines.add(".SH COMMANDS");
        root.subcommands().values().forEach(this::addCommand);
        lines.add(".SH ENVIRONMENT");
        lines.add(
                "Every setting of the server is an environment variable; the options above name the variables that give"
                        + " their defaults.");
        lines.add("WINNOW_TRACE=1 prints the stack trace of a failure.");
        lines.add(".SH EXIT STATUS");
        lines.add(
                "0 when all went well, 1 when the answer is no or the command failed, 2 when the command line is wrong.");
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
    }

    private void addCommand(CommandLine command) {
        CommandSpec described = command.getCommandSpec();
        if (described.usageMessage().hidden()) {
            return;
        }
        if (described.subcommands().isEmpty()) {
            lines.add(".SS " + escapeText(described.qualifiedName()));
            lines.add(".B " + escapeText(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
            lines.add(".PP");
            lines.add(escapeText(joinLines(described.usageMessage().description())));
            described.positionalParameters().stream()
                    .filter(parameter -> !parameter.hidden())
                    .forEach(this::addParameter);
            described.options().stream().filter(option -> !option.usageHelp()).forEach(this::addOption);
        }
        described.subcommands().values().forEach(this::addCommand);
    }

    private void addParameter(PositionalParamSpec parameter) {
        addItem(parameter.paramLabel(), parameter);
    }

    private void addOption(OptionSpec option) {
        if (!option.hidden()) {
            String label = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
            addItem(String.join(", ", option.names()) + label, option);
        }
    }

    private void addItem(String term, ArgSpec described) {
        lines.add(".TP");
        lines.add(".B " + escapeText(term));
        String text = joinLines(described.description());
        lines.add(text.isEmpty() ? "\\&" : escapeText(text));
    }

    private static String joinLines(String... description) {
        return Ansi.OFF.string(String.join(" ", description)).strip();
    }

    /** Escapes what roff would read as a command: a backslash, a dash that is no hyphen, a control character at a line's start. */
    private static String escapeText(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replaceAll("\\s+", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
