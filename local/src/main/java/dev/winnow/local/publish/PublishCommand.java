package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.local.rules.CommandAdmission;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleChanges;
import dev.winnow.worker.rules.RuleFileFault;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules publish}. */
@Command(
        name = "publish",
        description = {
            "Admit rules and make them live in a fleet: the bundled pack and, on top of it, the files of a folder.",
            "They replace the live set as a whole; what is added, changed and removed is shown first.",
            "Workers pick them up within two minutes. With a refusal nothing is published, unless --force."
        })
public final class PublishCommand implements Callable<Integer> {
    /** The most rules to list of one kind. */
    private static final int SHOWN = 20;

    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of .yar or .yara files.")
    private @Nullable Path folder;

    @Option(names = "--bundled-only", description = "Publish the bundled pack and no rules of your own.")
    private boolean bundledOnly;

    @Option(names = "--label", paramLabel = "LABEL", description = "What to call it (default: the day).")
    private @Nullable String label;

    @Option(names = "--force", description = "Publish the rest when something is refused.")
    private boolean force;

    @Option(names = "--yes", description = "Do not ask before publishing.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Show what would change, and publish nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RuleFiles files = chosen();
        AdmissionReport report = CommandAdmission.review(
                RuleFolder.withBundled(files.sources()).stream()
                        .filter(source -> !source.text().isBlank())
                        .toList(),
                spec.commandLine().getErr());
        List<String> refusals = Stream.concat(
                        files.faults().stream().map(RuleFileFault::sentence),
                        report.refusals().stream().map(Refusal::sentence))
                .toList();
        refusals.forEach(out::println);
        if (report.admitted().isEmpty() || (!refusals.isEmpty() && !force)) {
            out.println("Nothing was published.");
            return 1;
        }
        try (AwsServices aws = fleet.openAws()) {
            return publish(fleet.openRules(aws), createBundle(report.admitted(), refusals));
        }
    }

    private RuleFiles chosen() throws IOException {
        if ((folder == null) != bundledOnly) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which rules? Give the folder of your own rules, or --bundled-only for the bundled pack alone:"
                            + " a published set replaces the whole live set");
        }
        if (folder == null) {
            return RuleFiles.none();
        }
        RuleFiles files = RuleFiles.read(folder);
        if (files.sources().isEmpty() && files.faults().isEmpty()) {
            throw new IllegalArgumentException("there is no .yar or .yara file in " + folder
                    + "; name the folder of your own rules, or give --bundled-only in its place");
        }
        return files;
    }

    private int publish(Publication rules, RuleBundle bundle) {
        PrintWriter out = spec.commandLine().getOut();
        Pointer live = rules.findLive();
        List<RuleSource> before = switch (live) {
            case Pointer.Published published ->
                RuleBundle.parseZip(rules.readContent(published.version())).sources();
            case Pointer.Unpublished _ -> List.of();
        };
        RuleChanges changes = RuleChanges.between(before, bundle.sources());
        show("Added", "+", changes.added());
        show("Changed", "~", changes.changed());
        show("Removed", "-", changes.removed());
        if (live instanceof Pointer.Published(Version same) && changes.isEmpty() && label == null) {
            out.println("These rules are live already as " + same.key() + "; nothing was published.");
            return 0;
        }
        if (dryRun) {
            out.println("Nothing was published (--dry-run).");
            return 0;
        }
        if (!yes && !confirm()) {
            out.println("Nothing was published.");
            return 1;
        }
        Version version = rules.publishContent(bundle.manifest().version() + ".zip", bundle.toBytes());
        out.printf(
                "Published rule set %s with %d rules as %s%n",
                bundle.manifest().version(), bundle.manifest().rules(), version.key());
        return 0;
    }

    private void show(String title, String sign, List<String> rules) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %d rules%n", title, rules.size());
        rules.stream().limit(SHOWN).forEach(rule -> out.println("  " + sign + " " + rule));
        if (rules.size() > SHOWN) {
            out.printf("  %s and %d more%n", sign, rules.size() - SHOWN);
        }
    }

    private boolean confirm() {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new IllegalStateException("there is no terminal to ask at; look at the changes above and add --yes");
        }
        String answer = console.readLine("Publish? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private RuleBundle createBundle(List<RuleSource> admitted, List<String> refusals) {
        String name = label == null ? LocalDate.now(ZoneOffset.UTC).toString().replace('-', '.') : label;
        try (RuleSet rules = RuleCompiler.compile(name, admitted).orThrow()) {
            return new RuleBundle(
                    new RuleBundle.Manifest(
                            name,
                            rules.version(),
                            RuleSet.ENGINE_VERSION,
                            rules.rules().size(),
                            refusals),
                    admitted);
        }
    }
}
