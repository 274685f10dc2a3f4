package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.RuleBundle;
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
            Publication rules = fleet.openRules(aws);
            Version wanted = name == null ? findLastGood(rules) : findNamed(rules, name);
            rules.activateVersion(wanted);
            spec.commandLine().getOut().println("Live: " + wanted.key());
        }
        return 0;
    }

    /** Finds the nearest earlier version that can still be read. */
    private Version findLastGood(Publication rules) {
        for (Version version : LiveStack.versionsBeforeLive(rules.findLive(), rules.activations())) {
            try {
                var _ = RuleBundle.parseZip(rules.readContent(version));
                return version;
            } catch (IllegalStateException | IllegalArgumentException e) {
                spec.commandLine().getErr().println("winnow: " + version.key() + " is passed over: " + e.getMessage());
            }
        }
        throw new IllegalStateException(
                "nothing was live before the rules that are live now; publish other rules, or name a version that"
                        + " 'winnow rules status' lists");
    }

    private static Version findNamed(Publication rules, String name) {
        Pointer live = rules.findLive();
        Version wanted = rules.listHistory().stream()
                .filter(version -> !live.equals(new Pointer.Published(version)))
                .filter(version -> version.key().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rules that were live before have '" + name
                        + "' in their name; 'winnow rules status' lists them"));
        var _ = rules.readContent(wanted);
        return wanted;
    }
}
