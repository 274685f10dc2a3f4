package dev.winnow.local;

import dev.winnow.local.backtest.BacktestCommand;
import dev.winnow.local.draft.DraftCommand;
import dev.winnow.local.publish.KeygenCommand;
import dev.winnow.local.publish.PublishCommand;
import dev.winnow.local.publish.RollbackCommand;
import dev.winnow.local.publish.StatusCommand;
import dev.winnow.local.publish.VersionsCommand;
import dev.winnow.local.rules.CheckCommand;
import dev.winnow.local.rules.DiffCommand;
import dev.winnow.local.rules.EvaluateCommand;
import dev.winnow.local.rules.ExplainCommand;
import dev.winnow.local.rules.LearnCommand;
import dev.winnow.local.state.StateCommand;
import dev.winnow.local.state.StatesCommand;
import dev.winnow.local.state.StatsCommand;
import picocli.CommandLine.Command;

/** {@code winnow rules}, for the command line's root to register. */
@Command(
        name = "rules",
        description = "Write, try, measure, learn and publish rules.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            DraftCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            EvaluateCommand.class,
            BacktestCommand.class,
            LearnCommand.class,
            PublishCommand.class,
            RollbackCommand.class,
            StatusCommand.class,
            VersionsCommand.class,
            KeygenCommand.class,
            StateCommand.class,
            StatesCommand.class,
            StatsCommand.class
        })
public final class RulesCommand {}
