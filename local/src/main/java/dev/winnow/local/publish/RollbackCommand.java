package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.console.rules.RuleBook;
import dev.winnow.local.operator.CommandUser;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules rollback}. */
@Command(
        name = "rollback",
        description = {
            "Make earlier rules live again in a fleet.",
            "Without a name it goes back one version; each further rollback goes one more version back, never forward."
        })
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A part of the bundle's name, as status shows it (default: the last different bundle that was"
                    + " published before the live one).")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (AwsServices aws = fleet.openAws()) {
            RuleBook.Earlier earlier =
                    fleet.openRuleDesk(aws, bundle -> bundle).rollBack(CommandUser.current(), name == null ? "" : name);
            earlier.unreadable().forEach(sentence -> spec.commandLine().getErr().println("winnow: " + sentence));
            spec.commandLine().getOut().println("Live: " + earlier.version().key());
        }
        return 0;
    }
}
