package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rules.PublishedRuleBook;
import dev.winnow.local.operator.CommandUser;
import dev.winnow.local.rules.CommandAdmission;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleChanges;
import dev.winnow.worker.rules.RuleFileFault;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleSource;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            "They replace the whole live set; the command first shows the added, changed and removed rules.",
            "Workers use them within two minutes. If a rule is refused, none is published, unless --force is given."
        })
public final class PublishCommand implements Callable<Integer> {
    /** The most rules of one kind that are listed. */
    private static final int MAX_LISTED = 20;

    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Mixin
    private final SigningOption signing = new SigningOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of .yar or .yara files.")
    private @Nullable Path folder;

    @Option(names = "--bundled-only", description = "Publish the bundled pack and no rules of your own.")
    private boolean bundledOnly;

    @Option(names = "--label", paramLabel = "LABEL", description = "The label of the rule set (default: the day).")
    private @Nullable String label;

    @Option(names = "--force", description = "Publish the other rules when some are refused.")
    private boolean force;

    @Option(names = "--yes", description = "Do not ask before publishing.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Show the changes and publish no rule.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RuleFiles files = readChosenRules();
        fleet.requireNamed();
        Map<String, String> lists = folder == null ? Map.of() : LinkLists.readFolder(folder);
        LinkLists.withLines(lists);
        SortedMap<String, String> namedTexts =
                folder == null ? new TreeMap<>() : ListFiles.readTexts(folder.resolve(NamedLists.FOLDER));
        AdmissionReport report = CommandAdmission.review(
                RuleFolder.withBundled(files.sources()).stream()
                        .filter(source -> !source.text().isBlank())
                        .toList(),
                spec);
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
            return publishBundle(
                    fleet.openTrail(aws),
                    fleet.openRuleBook(aws, signing::sign),
                    report.admitted(),
                    lists,
                    namedTexts,
                    refusals);
        }
    }

    private RuleFiles readChosenRules() throws IOException {
        if ((folder == null) != bundledOnly) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give the folder of your own rules, or --bundled-only for the bundled pack alone:"
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

    private int publishBundle(
            AuditTrail trail,
            PublishedRuleBook rules,
            List<RuleSource> admitted,
            Map<String, String> lists,
            SortedMap<String, String> namedTexts,
            List<String> refusals)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RuleBundle> before = rules.findLiveBundle();
        RuleBundle bundle = rules.assemble(
                label == null ? LocalDate.now(ZoneOffset.UTC).toString().replace('-', '.') : label,
                admitted,
                lists,
                namedTexts,
                refusals);
        boolean sameLists = before.map(RuleBundle::lists).orElse(Map.of()).equals(bundle.lists())
                && before.map(RuleBundle::namedTexts).orElse(new TreeMap<>()).equals(bundle.namedTexts());
        RuleChanges changes =
                RuleChanges.between(before.map(RuleBundle::sources).orElse(List.of()), bundle.sources());
        listRules("Added", "+", changes.added());
        listRules("Changed", "~", changes.changed());
        listRules("Removed", "-", changes.removed());
        if (!sameLists) {
            out.println("Changed: the lists");
        }
        if (rules.findLive() instanceof Pointer.Published(Version same)
                && changes.isEmpty()
                && sameLists
                && label == null) {
            out.println("These rules are live already as " + same.key() + "; nothing was published.");
            return 0;
        }
        if (dryRun) {
            out.println("Nothing was published (--dry-run).");
            return 0;
        }
        if (!yes && !askToPublish()) {
            out.println("Nothing was published.");
            return 1;
        }
        trail.record(CommandUser.current(), "publish rules", bundle.manifest().version(), "");
        Version version = rules.publish(bundle);
        out.printf(
                "Published rule set %s with %d rules as %s%n",
                bundle.manifest().version(), bundle.manifest().rules(), version.key());
        return 0;
    }

    private void listRules(String title, String sign, List<String> rules) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %d rules%n", title, rules.size());
        rules.stream().limit(MAX_LISTED).forEach(rule -> out.println("  " + sign + " " + rule));
        if (rules.size() > MAX_LISTED) {
            out.printf("  %s and %d more%n", sign, rules.size() - MAX_LISTED);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // It is null where the runtime has no console of its own.
    private boolean askToPublish() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new IllegalStateException(
                    "there is no terminal for the question; look at the changes above and add --yes");
        }
        String answer = console.readLine("Publish? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
