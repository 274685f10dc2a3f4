package dev.winnow.local.rules;

import picocli.CommandLine.Command;

/** {@code winnow rules}, for the command line's root to register. */
@Command(
        name = "rules",
        description = "Write, try, measure and learn rules.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            EvaluateCommand.class,
            LearnCommand.class
        })
public final class RulesCommand {}
