package dev.winnow.worker.rules;

import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.Version;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    private final Publication publication;
    private final Path lastGood;
    private final RuleAssembly assembly = new RuleAssembly();
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable ActiveRules active;
    private volatile LinkLists lists = LinkLists.bundled();
    private volatile Pointer pointer = new Pointer.Unpublished();

    private PublishedRules(Publication publication, Path lastGood) {
        this.publication = publication;
        this.lastGood = lastGood;
    }

    /**
     * Begins with the published rules, with the last good ones when the pointer cannot be read, or without any.
     *
     * @param lastGood the file that notes the last good version
     * @throws IllegalStateException if they differ from the admitted rules
     * @throws PublicationUnavailableException if nothing answers and nothing is noted
     */
    public static PublishedRules start(Publication publication, Path lastGood) {
        PublishedRules rules = new PublishedRules(publication, lastGood);
        rules.follow(readFirst(publication, lastGood));
        if (!rules.isLive()) {
            log.warn("No rules are published yet: this worker receives nothing until the first winnow rules publish");
        }
        return rules;
    }

    @Override
    public ActiveRules activeRules() {
        ActiveRules live = active;
        if (live == null) {
            throw new IllegalStateException("no rules are published yet: publish some with winnow rules publish");
        }
        return live;
    }

    @Override
    public LinkLists linkLists() {
        return lists;
    }

    @Override
    public RuleGates gatesOf(String version) {
        return assembly.gatesOf(version);
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
        RuleBundle bundle = RuleBundle.parseZip(publication.readContent(version));
        LinkLists nextLists = LinkLists.withLines(bundle.lists());
        RuleSet next = compileBundle(bundle, version);
        lists = nextLists;
        ActiveRules live = active;
        if (live == null) {
            active = new ActiveRules(next, MessageScanners.SCAN_OPTIONS);
        } else {
            live.swapRules(next);
        }
        pointer = new Pointer.Published(version);
        recordLastGood(version);
        log.info(
                "Live: rule set {} of {} with {} rules",
                next.version(),
                version.key(),
                next.rules().size());
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Override
    public synchronized void close() {
        ActiveRules live = active;
        if (live != null) {
            live.close();
        }
        assembly.close();
    }

    private RuleSet compileBundle(RuleBundle bundle, Version version) {
        RuleBundle.Manifest manifest = bundle.manifest();
        RuleSet rules = assembly.assemble(manifest.label(), bundle.sources(), bundle.states(), _ -> {});
        boolean sameEngine = manifest.engine().equals(RuleSet.ENGINE_VERSION);
        if (sameEngine && !manifest.version().equals(rules.version())) {
            rules.close();
            throw new IllegalStateException("bundle " + version.key() + " says it is rule set " + manifest.version()
                    + " and compiles to " + rules.version() + "; publish it again");
        }
        return rules;
    }

    private static Pointer readFirst(Publication publication, Path lastGood) {
        try {
            return publication.findLive();
        } catch (PublicationUnavailableException away) {
            try {
                Version version = Version.parsePointer(Files.readString(lastGood));
                log.error("Starting on the last good rules {}: {}", version.key(), away.getMessage());
                return new Pointer.Published(version);
            } catch (NoSuchFileException none) {
                throw away;
            } catch (IOException e) {
                away.addSuppressed(e);
                throw away;
            }
        }
    }

    private void recordLastGood(Version version) {
        try {
            Files.createDirectories(lastGood.toAbsolutePath().getParent());
            Files.writeString(lastGood, version.toString());
        } catch (IOException e) {
            log.warn(
                    "Could not note the last good rules in {}; they are not known at a start without the publication: {}",
                    lastGood,
                    e.toString());
        }
    }
}
