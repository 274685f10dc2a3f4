package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.RuleAdmission;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleFileFault;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules publish}. */
@Command(
        name = "publish",
        description = {
            "Admit rules and make them live in a fleet: the bundled pack and, on top of it, the files of a folder.",
            "Workers pick them up within two minutes. With a refusal nothing is published, unless --force."
        })
public final class PublishCommand implements Callable<Integer> {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of .yar files.")
    private @Nullable Path folder;

    @Option(names = "--label", paramLabel = "LABEL", description = "What to call it (default: the day).")
    private @Nullable String label;

    @Option(names = "--force", description = "Publish the rest when something is refused.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RuleFiles files = folder == null ? RuleFiles.none() : RuleFiles.read(folder);
        List<RuleSource> sources = RuleFolder.withBundled(files.sources()).stream()
                .filter(source -> !source.text().isBlank())
                .toList();
        AdmissionReport report = RuleAdmission.review(sources);
        List<String> refusals = Stream.concat(
                        files.faults().stream().map(RuleFileFault::sentence),
                        report.refusals().stream().map(Refusal::sentence))
                .toList();
        refusals.forEach(out::println);
        if (report.admitted().isEmpty() || (!refusals.isEmpty() && !force)) {
            out.println("Nothing was published.");
            return 1;
        }
        RuleBundle bundle = bundle(report.admitted(), refusals);
        try (AwsServices aws = fleet.aws()) {
            String name = bundle.manifest().version() + ".zip";
            Version version = fleet.rules(aws).publish(name, bundle.toBytes());
            out.printf(
                    "Published rule set %s with %d rules as %s%n",
                    bundle.manifest().version(), bundle.manifest().rules(), version.key());
        }
        return 0;
    }

    private RuleBundle bundle(List<RuleSource> admitted, List<String> refusals) {
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
