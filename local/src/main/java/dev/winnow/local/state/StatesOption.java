package dev.winnow.local.state;

import dev.winnow.aws.AwsServices;
import dev.winnow.local.publish.FleetOption;
import dev.winnow.local.publish.SigningOption;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.FuseTrips;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules in use that a command works on: the live rules of a fleet when one is named, otherwise of the data folder on this machine. */
public final class StatesOption {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Mixin
    private final SigningOption signing = new SigningOption();

    @Option(
            names = "--data",
            defaultValue = "${env:WINNOW_DATA:-data}",
            paramLabel = "DIR",
            description = "The data folder of the server on this machine (WINNOW_DATA; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /**
     * The rules in use.
     *
     * @param sources all sources, with the rules that are off
     */
    public record InUse(List<RuleSource> sources, RuleStates states) {}

    /** The fleet, if one is named. */
    public FleetOption fleet() {
        return fleet;
    }

    /** The data folder of the server on this machine. */
    public Path data() {
        return data;
    }

    /** Reads the rules in use, with the states of rules that a fuse put into shadow. */
    public InUse readInUse() throws IOException {
        if (!fleet.isGiven()) {
            return new InUse(readFolder(), StateFile.read(rulesFolder()));
        }
        try (AwsServices aws = fleet.openAws()) {
            return readLive(aws, fleet.openRules(aws)).inUse();
        }
    }

    /** Changes the states. A server on this machine uses them within two seconds, a fleet within two minutes. */
    void changeStates(Function<InUse, RuleStates> change) throws IOException {
        if (!fleet.isGiven()) {
            StateFile.write(rulesFolder(), change.apply(new InUse(readFolder(), StateFile.read(rulesFolder()))));
            return;
        }
        try (AwsServices aws = fleet.openAws()) {
            Publication rules = fleet.openRules(aws);
            Live live = readLive(aws, rules);
            RuleBundle next = live.bundle().withStates(change.apply(live.inUse()));
            Version _ = rules.publishContent(next.manifest().version() + ".zip", signing.sign(next.toBytes()));
        }
    }

    private Path rulesFolder() {
        return data.resolve("rules");
    }

    /** Reads the lists that the rules in use may ask for. */
    public NamedLists readLists() throws IOException {
        if (!fleet.isGiven()) {
            return NamedLists.parseTexts(ListFiles.readTexts(rulesFolder().resolve(NamedLists.FOLDER)));
        }
        try (AwsServices aws = fleet.openAws()) {
            return NamedLists.parseTexts(
                    readLive(aws, fleet.openRules(aws)).bundle().namedTexts());
        }
    }

    /** Reads the lists that links are compared with. */
    public LinkLists readLinkLists() throws IOException {
        if (!fleet.isGiven()) {
            return LinkLists.withFolder(rulesFolder());
        }
        try (AwsServices aws = fleet.openAws()) {
            return LinkLists.withLines(
                    readLive(aws, fleet.openRules(aws)).bundle().lists());
        }
    }

    private List<RuleSource> readFolder() throws IOException {
        RuleFiles files = Files.isDirectory(rulesFolder()) ? RuleFiles.read(rulesFolder()) : RuleFiles.none();
        return RuleFolder.withBundled(files.sources());
    }

    private record Live(RuleBundle bundle, InUse inUse) {}

    /** Reads the live bundle. Its states are the published ones, and shadow for the rules that a fuse put there. */
    private Live readLive(AwsServices aws, Publication rules) {
        return switch (rules.findLive()) {
            case Pointer.Published published -> {
                Version version = published.version();
                RuleBundle bundle = RuleBundle.parseZip(rules.readContent(version));
                RuleStates states = FuseTrips.applyTo(
                        bundle.states(), fleet.openTripped(aws).listTripped(version.key()));
                yield new Live(bundle, new InUse(bundle.sources(), states));
            }
            case Pointer.Unpublished _ ->
                throw new IllegalStateException("no rules are published yet: winnow rules publish DIR");
        };
    }
}
