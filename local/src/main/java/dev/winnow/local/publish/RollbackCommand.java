package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules rollback}. */
@Command(name = "rollback", description = "Make rules live again in a fleet that were live before.")
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A part of the bundle's name, as status shows it (default: the one before the live one).")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (AwsServices aws = fleet.aws()) {
            Publication rules = fleet.rules(aws);
            Version wanted = findFormer(rules.live(), rules.history());
            var _ = rules.read(wanted);
            rules.activate(wanted);
            spec.commandLine().getOut().println("Live: " + wanted.key());
        }
        return 0;
    }

    private Version findFormer(Pointer live, List<Version> history) {
        return history.stream()
                .filter(version -> !live.equals(new Pointer.Published(version)))
                .filter(version -> name == null || version.key().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name == null
                                ? "nothing was live before the rules that are live now"
                                : "no rules that were live before have '" + name + "' in their name"));
    }
}
