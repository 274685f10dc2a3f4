package dev.winnow.worker.rules;

import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.TrippedRule;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.Version;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleSet;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the published rules live. Before the first publication there are none and the worker waits; it must not judge by
 * other rules than the operator's. A bundle was admitted when it was published; here it is verified and compiled beside the live set, and
 * swapped in as a whole or not at all. The last good version is noted on disk, so that a worker starts while nothing answers. Any thread.
 */
public final class PublishedRules implements RuleFeed {
    private static final Logger log = LoggerFactory.getLogger(PublishedRules.class);

    private final PublishedBundles bundles;
    private final SharedTrips trips;
    private final RuleAssembly assembly = new RuleAssembly();
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable ActiveRules active;
    private volatile @Nullable LiveBundle live;
    private volatile LinkLists lists = LinkLists.bundled();
    private volatile Pointer pointer = new Pointer.Unpublished();

    private PublishedRules(PublishedBundles bundles, SharedTrips trips) {
        this.bundles = bundles;
        this.trips = trips;
    }

    /**
     * Begins with the published rules, with the last good ones when the pointer cannot be read, or without any.
     *
     * @param lastGood the file that notes the last good version
     * @param key the key that bundles must be signed with; null to take bundles without a signature
     * @param tripped the rules that a fuse of any worker put into shadow
     * @throws IllegalStateException if they differ from the admitted rules
     * @throws PublicationUnavailableException if nothing answers and nothing is noted
     */
    public static PublishedRules start(
            Publication publication, Path lastGood, @Nullable PublicKey key, TrippedRules tripped) {
        PublishedBundles bundles = new PublishedBundles(publication, new LastGoodVersion(lastGood), key);
        PublishedRules rules = new PublishedRules(bundles, new SharedTrips(tripped));
        rules.followFirst();
        if (!rules.isLive()) {
            log.warn("No rules are published yet: this worker receives nothing until the first winnow rules publish");
        }
        return rules;
    }

    @Override
    public ActiveRules activeRules() {
        ActiveRules current = active;
        if (current == null) {
            throw new IllegalStateException("no rules are published yet: publish some with winnow rules publish");
        }
        return current;
    }

    @Override
    public LinkLists linkLists() {
        return lists;
    }

    @Override
    public RuleCompanions companionsOf(String version) {
        return assembly.companionsOf(version);
    }

    @Override
    public boolean isLive() {
        return active != null;
    }

    @Override
    public synchronized void whenLive(Runnable action) {
        if (isLive()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** The pointer that is in force here. */
    public Pointer pointer() {
        return pointer;
    }

    /**
     * Makes the version live that a pointer names.
     *
     * @throws IllegalStateException if it differs from the admitted rules, or names none although some is live; the rules before stay live
     * @throws IllegalArgumentException if it is not a bundle; the rules before stay live
     * @throws PublicationUnavailableException if it cannot be read; the rules before stay live
     */
    public void follow(Pointer next) {
        switch (next) {
            case Pointer.Published published -> activateVersion(published.version());
            case Pointer.Unpublished _ -> {
                if (isLive()) {
                    throw new IllegalStateException("the pointer was reset to '" + Pointer.UNPUBLISHED
                            + "'; the rules of " + pointer + " stay live: publish again, or winnow rules rollback");
                }
            }
        }
    }

    private synchronized void activateVersion(Version version) {
        RuleBundle bundle = bundles.readBundle(version);
        LinkLists nextLists = bundle.linkLists();
        RuleSet next = compileBundle(bundle, version);
        List<TrippedRule> nextTrips = trips.listTrips(version);
        lists = nextLists;
        swapRules(next);
        live = new LiveBundle(bundle, version, bundle.states(), List.of());
        applyTrips(nextTrips);
        pointer = new Pointer.Published(version);
        bundles.noteLive(version);
        log.info(
                "Live: rule set {} of {} with {} rules",
                activeRules().current().version(),
                version.key(),
                next.rules().size());
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private void swapRules(RuleSet next) {
        ActiveRules current = active;
        if (current == null) {
            active = new ActiveRules(next, MessageScanners.SCAN_OPTIONS);
        } else {
            current.swapRules(next);
        }
    }

    @Override
    public RuleStates states() {
        LiveBundle current = live;
        return current == null ? RuleStates.NONE : current.states();
    }

    @Override
    public void putInShadow(String rule, String reason) {
        LiveBundle current = live;
        if (current == null) {
            return;
        }
        TrippedRule trip = new TrippedRule(
                rule, current.version().key(), reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        trips.tellOthers(trip);
        addTrip(trip);
    }

    /** Adds to the trips that are known now: another thread may have added one meanwhile. */
    private synchronized void addTrip(TrippedRule trip) {
        LiveBundle current = live;
        if (current != null && current.version().key().equals(trip.publication())) {
            List<TrippedRule> all = new ArrayList<>(current.trips());
            all.add(trip);
            applyTrips(all);
        }
    }

    /** Takes over the rules that fuses of other workers put into shadow; call it every few seconds. */
    public void followTrips() {
        LiveBundle current = live;
        if (current != null) {
            List<TrippedRule> known = trips.listTrips(current.version());
            synchronized (this) {
                if (current.equals(live)) {
                    applyTrips(known);
                }
            }
        }
    }

    private synchronized void applyTrips(List<TrippedRule> known) {
        LiveBundle current = live;
        if (current == null) {
            return;
        }
        RuleStates states = FuseTrips.applyTo(current.states(), known);
        if (!states.equals(current.states())) {
            RuleBundle bundle = current.bundle();
            swapRules(assembly.assemble(
                    bundle.manifest().label(),
                    bundle.sources(),
                    states,
                    bundle.namedLists(),
                    bundle.linkLists(),
                    _ -> {}));
            live = new LiveBundle(bundle, current.version(), states, known);
            log.warn(
                    "Live: rule set {}, with rules that a fuse put into shadow: {}",
                    activeRules().current().version(),
                    known.stream().map(TrippedRule::rule).toList());
        }
    }

    /** The bundle that is live, and its states with the rules that fuses put into shadow. */
    private record LiveBundle(RuleBundle bundle, Version version, RuleStates states, List<TrippedRule> trips) {}

    @Override
    public synchronized void close() {
        ActiveRules current = active;
        if (current != null) {
            current.close();
        }
        assembly.close();
    }

    /** Starts on the last good rules if the live bundle is refused for its signature. */
    private void followFirst() {
        try {
            follow(bundles.findFirst());
        } catch (PublishedBundles.UnsignedBundleException refused) {
            follow(bundles.returnToLastGood(refused));
        }
    }

    private RuleSet compileBundle(RuleBundle bundle, Version version) {
        RuleBundle.Manifest manifest = bundle.manifest();
        RuleSet rules = assembleBundle(bundle, bundle.linkLists());
        boolean sameEngine = manifest.engine().equals(RuleSet.ENGINE_VERSION);
        if (sameEngine
                && !manifest.version().equals(rules.version())
                && !bundle.lists().isEmpty()) {
            // A release before 0.2 left the lists for links out of the version.
            rules.close();
            rules = assembleBundle(bundle, LinkLists.bundled());
        }
        if (sameEngine && !manifest.version().equals(rules.version())) {
            rules.close();
            throw new IllegalStateException("bundle " + version.key() + " says it is rule set " + manifest.version()
                    + " and compiles to " + rules.version() + "; publish it again");
        }
        return rules;
    }

    private RuleSet assembleBundle(RuleBundle bundle, LinkLists links) {
        return assembly.assemble(
                bundle.manifest().label(), bundle.sources(), bundle.states(), bundle.namedLists(), links, _ -> {});
    }
}
