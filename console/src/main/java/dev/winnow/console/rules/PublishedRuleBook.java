package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.FuseTrips;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleChanges;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The published rules of a fleet. */
public final class PublishedRuleBook implements RuleBook {
    private final Publication rules;
    private final TrippedRules tripped;
    private final UnaryOperator<byte[]> signer;
    private volatile @Nullable Read lastRead;

    /**
     * A book of published rules.
     *
     * @param signer signs a bundle, or returns it as it is in a fleet that takes unsigned ones
     */
    public PublishedRuleBook(Publication rules, TrippedRules tripped, UnaryOperator<byte[]> signer) {
        this.rules = rules;
        this.tripped = tripped;
        this.signer = signer;
    }

    private record Read(Version version, RuleBundle bundle) {}

    @Override
    public InUse readInUse() {
        return toInUse(readPublished());
    }

    @Override
    public NamedLists readLists() {
        return ListTexts.parse(readPublished().bundle().namedTexts());
    }

    @Override
    public LinkLists readLinkLists() {
        return LinkLists.withLines(readPublished().bundle().lists());
    }

    @Override
    public List<RuleSource> readFiles() {
        return readPublished().bundle().sources();
    }

    @Override
    public Release readVersion(String name) {
        Version wanted = rules.listHistory().stream()
                .filter(version -> version.key().contains(name))
                .findFirst()
                .orElseThrow(() -> noneNamed(name));
        RuleBundle bundle = RuleBundle.parseZip(rules.readContent(wanted));
        return new Release(
                bundle.sources(),
                bundle.states(),
                ListTexts.parse(bundle.namedTexts()),
                LinkLists.withLines(bundle.lists()));
    }

    @Override
    public List<RuleSource> readOwn() {
        return findLiveBundle().map(RuleBundle::sources).orElse(List.of()).stream()
                .filter(source -> !source.namespace().equals(RuleFiles.RESERVED))
                .toList();
    }

    @Override
    public synchronized String replaceOwn(List<RuleSource> own, List<RuleSource> admitted) {
        Optional<RuleBundle> live = findLiveBundle();
        RuleBundle next = assemble(
                LocalDate.now(ZoneOffset.UTC).toString().replace('-', '.'),
                admitted,
                live.map(RuleBundle::lists).orElse(Map.of()),
                live.map(RuleBundle::namedTexts).orElse(new TreeMap<>()),
                List.of());
        return publish(next).key();
    }

    /** The name of what is live. */
    public Pointer findLive() {
        return rules.findLive();
    }

    /** The live bundle; empty before the first publication. */
    public Optional<RuleBundle> findLiveBundle() {
        return switch (rules.findLive()) {
            case Pointer.Published(Version version) -> Optional.of(read(version).bundle());
            case Pointer.Unpublished _ -> Optional.empty();
        };
    }

    /**
     * Makes a bundle of admitted rules that keeps the states in use: they are decisions about the fleet and stay when its rules are replaced.
     *
     * @param lists the operator's lists for links, by file name
     * @param namedTexts the lists that rules ask for, by name
     * @param refusals the refused rules and files, in sentences
     */
    public RuleBundle assemble(
            String label,
            List<RuleSource> admitted,
            Map<String, String> lists,
            SortedMap<String, String> namedTexts,
            List<String> refusals) {
        RuleStates states = switch (rules.findLive()) {
            case Pointer.Published(Version version) -> toInUse(read(version)).states();
            case Pointer.Unpublished _ -> RuleStates.NONE;
        };
        return RuleBundle.assemble(label, admitted, states, lists, namedTexts, refusals);
    }

    /** Makes a bundle live. */
    public Version publish(RuleBundle bundle) {
        return rules.publishContent(bundle.manifest().version() + ".zip", signer.apply(bundle.toBytes()));
    }

    @Override
    public synchronized void changeStates(Function<InUse, RuleStates> change) {
        Read live = readPublished();
        RuleBundle next = live.bundle().withStates(change.apply(toInUse(live)));
        Version _ = publish(next);
    }

    @Override
    public List<Activation> listActivations() {
        return rules.activations();
    }

    @Override
    public Earlier findEarlier(String name) {
        return name.isEmpty() ? findLastGood() : findNamed(name);
    }

    @Override
    public void activate(Version version) {
        rules.activateVersion(version);
    }

    private Read readPublished() {
        return switch (rules.findLive()) {
            case Pointer.Published published -> read(published.version());
            case Pointer.Unpublished _ ->
                throw new IllegalStateException("no rules are published yet: winnow rules publish DIR");
        };
    }

    /** A version never changes, so the last one that was read is kept. */
    private Read read(Version version) {
        Read last = lastRead;
        if (last == null || !last.version().equals(version)) {
            last = new Read(version, RuleBundle.parseZip(rules.readContent(version)));
            lastRead = last;
        }
        return last;
    }

    /** The published states, and shadow for the rules that a fuse put there. */
    private InUse toInUse(Read live) {
        RuleBundle bundle = live.bundle();
        return new InUse(
                bundle.sources(),
                FuseTrips.applyTo(
                        bundle.states(), tripped.listTripped(live.version().key())));
    }

    private Earlier findLastGood() {
        List<String> unreadable = new ArrayList<>();
        for (Version version : LiveStack.versionsBeforeLive(rules.findLive(), rules.activations())) {
            try {
                return compare(version, unreadable);
            } catch (IllegalStateException | IllegalArgumentException e) {
                unreadable.add(version.key() + " is passed over: " + e.getMessage());
            }
        }
        throw new IllegalStateException(
                "nothing was live before the rules that are live now; publish other rules, or name a version that"
                        + " 'winnow rules status' lists");
    }

    private Earlier findNamed(String name) {
        Pointer live = rules.findLive();
        Version wanted = rules.listHistory().stream()
                .filter(version -> !live.equals(new Pointer.Published(version)))
                .filter(version -> version.key().contains(name))
                .findFirst()
                .orElseThrow(() -> noneNamed(name));
        return compare(wanted, List.of());
    }

    private static IllegalStateException noneNamed(String name) {
        return new IllegalStateException(
                "no rules that were live before have '" + name + "' in their name; 'winnow rules versions' lists them");
    }

    private Earlier compare(Version version, List<String> unreadable) {
        RuleBundle earlier = RuleBundle.parseZip(rules.readContent(version));
        List<RuleSource> live = findLiveBundle().map(RuleBundle::sources).orElse(List.of());
        return new Earlier(version, RuleChanges.between(live, earlier.sources()), unreadable);
    }
}
