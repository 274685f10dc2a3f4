package dev.winnow.local;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code winnow} command line's entry point. */
@Command(
        name = "winnow",
        description = "A self-hosted SMS junk filter: YARA rules decide, and every verdict says why.",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            SendCommand.class,
            VerdictCommand.class,
            DemoCommand.class,
            VersionCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Start here:",
            "  winnow run                        serve on http://localhost:8080 until Ctrl-C",
            "  winnow send \"You won a prize!\"    submit a message and see its verdict",
            "",
            "Completion: source <(winnow generate-completion)"
        })
public final class Winnow {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    private Winnow() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Winnow())
                .setExecutionExceptionHandler(Winnow::complain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** What went wrong is a sentence for people; the stack trace is for {@code WINNOW_TRACE=1}. */
    private static int complain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("WINNOW_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println(command.getColorScheme().errorText("winnow: " + message));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
