package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.RuleBundle;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules status}. */
@Command(
        name = "status",
        description =
                "Show the live rules of a fleet, the number of workers that run them, and the earlier versions with"
                        + " time and author.")
public final class StatusCommand implements Callable<Integer> {
    private static final int HISTORY = 10;

    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (AwsServices aws = fleet.openAws()) {
            Publication rules = fleet.openRules(aws);
            return switch (rules.findLive()) {
                case Pointer.Unpublished _ -> {
                    out.println("No rules are published yet: winnow rules publish DIR");
                    yield 1;
                }
                case Pointer.Published live -> {
                    showLive(live.version(), rules, fleet.openRegistry(aws).listWorkers());
                    yield 0;
                }
            };
        }
    }

    private void showLive(Version version, Publication rules, Map<String, String> rulesets) {
        PrintWriter out = spec.commandLine().getOut();
        RuleBundle.Manifest live =
                RuleBundle.parseZip(rules.readContent(version)).manifest();
        out.printf("Live: %s, rule set %s, %d rules%n", version.key(), live.version(), live.rules());
        Map<String, Long> workers =
                rulesets.values().stream().collect(Collectors.groupingBy(ruleset -> ruleset, Collectors.counting()));
        workers.forEach((ruleset, count) -> out.printf(
                "%5d workers run %s%s%n", count, ruleset, ruleset.equals(live.version()) ? "" : " (not yet)"));
        if (workers.isEmpty()) {
            out.println("    0 workers");
        }
        List<Activation> activations = rules.activations();
        out.println("Since:  " + describeActivation(activations.getFirst()));
        activations.stream()
                .skip(1)
                .limit(HISTORY)
                .forEach(earlier -> out.println("Before: " + describeActivation(earlier)));
    }

    private static String describeActivation(Activation activation) {
        return "%s, %s %s by %s"
                .formatted(
                        activation.version().key(),
                        activation.isPublished() ? "published" : "made live again",
                        activation.at().truncatedTo(ChronoUnit.SECONDS),
                        VersionsCommand.describeUser(activation));
    }
}
