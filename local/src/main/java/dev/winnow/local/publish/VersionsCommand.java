package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.TextTable;
import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules versions}. */
@Command(
        name = "versions",
        description =
                "List the rules that were live in a fleet, the latest first: the time, the user, and the bundle's name.")
public final class VersionsCommand implements Callable<Integer> {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (AwsServices aws = fleet.openAws()) {
            Publication rules = fleet.openRules(aws);
            if (rules.findLive() instanceof Pointer.Unpublished) {
                spec.commandLine().getOut().println("No rules are published yet: winnow rules publish DIR");
                return 1;
            }
            showVersions(rules.activations());
        }
        return 0;
    }

    private void showVersions(List<Activation> activations) {
        TextTable table = new TextTable().addRow("", "SINCE", "HOW", "BY", "NAME");
        for (Activation activation : activations) {
            table.addRow(
                    activation.equals(activations.getFirst()) ? "live" : "",
                    activation.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    activation.isPublished() ? "published" : "rolled back to",
                    describeUser(activation),
                    activation.version().key());
        }
        table.printRows(spec.commandLine().getOut(), Screen.ofCommand(spec));
    }

    /** The user who made the rules live. */
    static String describeUser(Activation activation) {
        return activation.by().isEmpty() ? "an unknown user" : activation.by();
    }
}
