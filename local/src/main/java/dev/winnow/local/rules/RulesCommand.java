package dev.winnow.local.rules;

import dev.winnow.local.publish.PublishCommand;
import dev.winnow.local.publish.RollbackCommand;
import dev.winnow.local.publish.StatusCommand;
import picocli.CommandLine.Command;

/** {@code winnow rules}, for the command line's root to register. */
@Command(
        name = "rules",
        description = "Write, try, measure, learn and publish rules.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            EvaluateCommand.class,
            LearnCommand.class,
            PublishCommand.class,
            RollbackCommand.class,
            StatusCommand.class
        })
public final class RulesCommand {}
