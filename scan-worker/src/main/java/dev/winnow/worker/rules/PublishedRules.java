package dev.winnow.worker.rules;

import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.Version;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live rules those that are published. A bundle was admitted when it was published; here it is verified and compiled beside the
 * live set, and swapped in as a whole or not at all. What was last good is noted on disk, so that a worker starts while nothing answers.
 * Any thread.
 */
public final class PublishedRules implements RuleFeed {
    private static final Logger log = LoggerFactory.getLogger(PublishedRules.class);

    private final Publication publication;
    private final Path lastGood;
    private final ActiveRules active;
    private volatile Version live;

    private PublishedRules(Publication publication, Path lastGood, Version live, ActiveRules active) {
        this.publication = publication;
        this.lastGood = lastGood;
        this.live = live;
        this.active = active;
    }

    /**
     * Begins with the published rules, or with the last good ones when it cannot be told which those are.
     *
     * @param lastGood the file that notes the last good version
     * @throws IllegalStateException if none were published yet, or they are not what was admitted
     * @throws PublicationUnavailableException if nothing answers and nothing is noted
     */
    public static PublishedRules start(Publication publication, Path lastGood) {
        Version version = firstVersion(publication, lastGood);
        ActiveRules active = new ActiveRules(compile(publication, version), MessageScanners.SCAN_OPTIONS);
        PublishedRules rules = new PublishedRules(publication, lastGood, version, active);
        rules.note(version);
        return rules;
    }

    @Override
    public ActiveRules rules() {
        return active;
    }

    /** The version that is live here. */
    public Version live() {
        return live;
    }

    /**
     * Makes a version live.
     *
     * @throws IllegalStateException if it is not what was admitted; the rules before stay live
     * @throws IllegalArgumentException if it is not a bundle; the rules before stay live
     * @throws PublicationUnavailableException if it cannot be read; the rules before stay live
     */
    public void activate(Version version) {
        RuleSet next = compile(publication, version);
        active.swap(next);
        live = version;
        note(version);
        log.info(
                "Live: rule set {} of {} with {} rules",
                next.version(),
                version.key(),
                next.rules().size());
    }

    @Override
    public void close() {
        active.close();
    }

    private static RuleSet compile(Publication publication, Version version) {
        RuleBundle bundle = RuleBundle.parse(publication.read(version));
        RuleBundle.Manifest manifest = bundle.manifest();
        CompileResult result = RuleCompiler.compile(manifest.label(), bundle.sources());
        RuleSet rules = result.orThrow();
        boolean sameEngine = manifest.engine().equals(RuleSet.ENGINE_VERSION);
        if (sameEngine && !manifest.version().equals(rules.version())) {
            rules.close();
            throw new IllegalStateException("bundle " + version.key() + " says it is rule set " + manifest.version()
                    + " and compiles to " + rules.version() + "; publish it again");
        }
        return rules;
    }

    private static Version firstVersion(Publication publication, Path lastGood) {
        try {
            return publication
                    .live()
                    .orElseThrow(() -> new IllegalStateException(
                            "no rules are published yet: publish some with winnow rules publish"));
        } catch (PublicationUnavailableException away) {
            try {
                Version version = Version.parse(Files.readString(lastGood));
                log.error("Starting on the last good rules {}: {}", version.key(), away.getMessage());
                return version;
            } catch (NoSuchFileException none) {
                throw away;
            } catch (IOException e) {
                away.addSuppressed(e);
                throw away;
            }
        }
    }

    private void note(Version version) {
        try {
            Files.createDirectories(lastGood.toAbsolutePath().getParent());
            Files.writeString(lastGood, version.toString());
        } catch (IOException e) {
            log.warn("The last good rules are not noted in {}: {}", lastGood, e.toString());
        }
    }
}
