package dev.winnow.local;

import dev.winnow.build.BuildInfo;
import dev.winnow.lab.cost.CostCommand;
import dev.winnow.lab.load.LoadCommand;
import dev.winnow.lab.simulate.SimulateCommand;
import dev.winnow.local.backup.BackupCommand;
import dev.winnow.local.backup.RestoreCommand;
import dev.winnow.local.client.SendCommand;
import dev.winnow.local.client.VerdictCommand;
import dev.winnow.local.client.WebhooksCommand;
import dev.winnow.local.demo.DemoCommand;
import dev.winnow.local.operator.AuditCommand;
import dev.winnow.local.operator.CampaignsCommand;
import dev.winnow.local.operator.ConsoleCommand;
import dev.winnow.local.operator.DeadLettersCommand;
import dev.winnow.local.operator.MessageCommand;
import dev.winnow.local.operator.RescanCommand;
import dev.winnow.local.publish.RedriveCommand;
import dev.winnow.local.server.QueueCommand;
import dev.winnow.local.server.RunCommand;
import dev.winnow.local.tenant.KeyCommand;
import dev.winnow.local.tenant.TenantCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The entry point of the {@code winnow} command line. */
@Command(
        name = "winnow",
        description = "A self-hosted SMS junk filter: YARA rules decide, and every verdict says why.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            SendCommand.class,
            VerdictCommand.class,
            DemoCommand.class,
            TenantCommand.class,
            KeyCommand.class,
            RedriveCommand.class,
            DeadLettersCommand.class,
            RescanCommand.class,
            CampaignsCommand.class,
            MessageCommand.class,
            AuditCommand.class,
            WebhooksCommand.class,
            ConsoleCommand.class,
            RulesCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            QueueCommand.class,
            LoadCommand.class,
            SimulateCommand.class,
            CostCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class,
            ManPageCommand.class
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
    private Winnow() {}

    public static void main(String... arguments) {
        CommandLine winnow = commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(winnow.execute(TypedArguments.decode(arguments)));
    }

    /** Builds the whole command line, to be executed with arguments. */
    public static CommandLine commandLine() {
        CommandLine winnow = new CommandLine(new Winnow());
        addHelp(winnow);
        BuildInfo build = BuildInfo.readBuild();
        winnow.getCommandSpec()
                .version("winnow " + build.version() + ", commit " + build.commit())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and exit; 'winnow version' says more.")
                        .build());
        return winnow.setExecutionExceptionHandler(Winnow::printFailure)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static void addHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help and exit.")
                            .build());
        }
        command.getSubcommands().values().forEach(Winnow::addHelp);
    }

    /** Prints a failure as one sentence, and its stack trace with {@code WINNOW_TRACE=1}. */
    private static int printFailure(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("WINNOW_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        String sentence = FailureSentence.of(failure);
        command.getErr().println(command.getColorScheme().errorText("winnow: " + sentence));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
