package dev.winnow.worker.rules;

import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.NoLiveRulesException;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules of a folder live. A fault is named once, and its file stays as it was when it was last good. Any thread.
 */
public final class RuleReloader implements RuleFeed {
    private static final Logger log = LoggerFactory.getLogger(RuleReloader.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Until admission is tried again after it failed as a whole, such as for want of memory. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final RuleFolder folder;
    private final ActiveRules active;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-reloader").factory());
    private final WatchedLinkLists lists;
    private final WatchedRuleStates states;
    private final ListFiles namedLists;
    private final RuleAssembly assembly;
    private List<RuleSource> admitted;
    private RuleFiles seen;
    private String lastFailure;
    private boolean mustRetry;
    private long retryAt;

    private RuleReloader(RuleFolder folder, FirstRules first, WatchedRuleStates states, RuleAssembly assembly) {
        this.folder = folder;
        this.states = states;
        this.namedLists = new ListFiles(folder.folder());
        this.assembly = assembly;
        this.admitted = first.sources();
        this.lists = new WatchedLinkLists(folder.folder());
        this.seen = first.files();
        this.lastFailure = first.failure();
        RuleSet rules = assembleRules(first.files().label(), first.sources());
        this.active = new ActiveRules(rules, MessageScanners.SCAN_OPTIONS);
        if (!first.admitted()) {
            retryLater();
        }
        Future<?> _ = timer.scheduleWithFixedDelay(
                this::reloadIfChanged, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Compiles the folder and watches it. Files that cannot be used are named and left out. If the folder itself cannot be read, or its
     * rules cannot be admitted because no child process can run, the bundled pack is live until they can.
     *
     * @throws dev.winnow.yara.NoLiveRulesException if not one rule compiles: a worker that started so would call everything clean
     */
    public static RuleReloader start(RuleFolder folder) {
        RuleFiles files = RuleFiles.none();
        String failure = "";
        try {
            files = folder.readFolder();
        } catch (IOException e) {
            failure = describe(e);
            log.error(
                    "Could not read the rules folder {}: {}; only the bundled rules are live until it can be read",
                    folder.folder(),
                    failure);
        }
        FirstRules first = admitFirst(folder, files, failure);
        return new RuleReloader(folder, first, new WatchedRuleStates(folder.folder()), new RuleAssembly());
    }

    /**
     * The rules of the start.
     *
     * @param failure why the folder could not be read; empty if it could
     * @param admitted whether admission could judge the folder's rules
     */
    private record FirstRules(RuleFiles files, List<RuleSource> sources, String failure, boolean admitted) {}

    private static FirstRules admitFirst(RuleFolder folder, RuleFiles files, String failure) {
        try {
            return new FirstRules(files, folder.admitSources(files), failure, true);
        } catch (RuntimeException e) {
            log.error(
                    "Could not admit the rules of {}; only the bundled rules are live, next try in {} s",
                    folder.folder(),
                    RETRY_AFTER.toSeconds(),
                    e);
            return new FirstRules(files, RuleFolder.bundledSources(), failure, false);
        }
    }

    @Override
    public ActiveRules activeRules() {
        return active;
    }

    @Override
    public LinkLists linkLists() {
        return lists.current();
    }

    @Override
    public RuleCompanions companionsOf(String version) {
        return assembly.companionsOf(version);
    }

    @Override
    public RuleStates states() {
        return states.current();
    }

    @Override
    public void putInShadow(String rule, String reason) {
        try {
            RuleStates current = StateFile.read(folder.folder());
            StateFile.write(folder.folder(), current.with(current.stateOf(rule).inShadow(reason)));
            timer.execute(this::reloadIfChanged);
        } catch (IOException | IllegalArgumentException e) {
            log.error(
                    "Could not write that rule '{}' is in shadow to {}: {}; it is in shadow until the next change of a rule or state",
                    rule,
                    folder.folder(),
                    describe(e));
        }
    }

    @Override
    public void close() {
        timer.close();
        active.close();
        assembly.close();
    }

    private void reloadIfChanged() {
        boolean linksChanged = lists.reloadIfChanged();
        boolean statesChanged = states.reloadIfChanged();
        boolean listsChanged = namedLists.reloadIfChanged();
        try {
            RuleFiles files = folder.readFolder();
            if (!lastFailure.isEmpty()) {
                lastFailure = "";
                log.info("The rules folder {} can be read again", folder.folder());
            }
            if (!files.holdsTheSameAs(seen) || (mustRetry && System.nanoTime() - retryAt >= 0)) {
                seen = files;
                takeOver(files);
            } else if (statesChanged || listsChanged || linksChanged) {
                reloadRules(seen.label(), admitted);
            }
        } catch (IOException | RuntimeException e) {
            nameOnce(describe(e));
        }
    }

    private void takeOver(RuleFiles files) {
        mustRetry = false;
        try {
            reloadRules(files.label(), folder.admitSources(files));
        } catch (RuntimeException e) {
            retryLater();
            log.error(
                    "Could not admit the changed rules of {}; the last good rules stay live, next try in {} s",
                    folder.folder(),
                    RETRY_AFTER.toSeconds(),
                    e);
        }
    }

    private void retryLater() {
        mustRetry = true;
        retryAt = System.nanoTime() + RETRY_AFTER.toNanos();
    }

    private void nameOnce(String failure) {
        if (!failure.equals(lastFailure)) {
            lastFailure = failure;
            log.error(
                    "Could not read the rules folder {}: {}; the last good rules stay live", folder.folder(), failure);
        }
    }

    private static String describe(Exception failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private void reloadRules(String label, List<RuleSource> sources) {
        try {
            active.swapRules(assembleRules(label, sources));
            admitted = sources;
        } catch (NoLiveRulesException e) {
            log.error("No rule of the changed folder is usable, the last good rules stay live");
        }
    }

    private RuleSet assembleRules(String label, List<RuleSource> sources) {
        RuleStates current = states.current();
        RuleSet rules = assembly.assemble(
                label, sources, current, namedLists.current(), lists.current(), result -> logResult(result, sources));
        logStates(current, rules, sources);
        return rules;
    }

    private static void logStates(RuleStates states, RuleSet rules, List<RuleSource> sources) {
        log.info(
                "Live: rule set {} with {} rules, {} of them with a state",
                rules.version(),
                rules.rules().size(),
                states.all().size());
        Set<String> known = new HashSet<>();
        sources.forEach(source -> known.addAll(source.rules().keySet()));
        List<String> unknown = states.all().stream()
                .map(RuleState::rule)
                .filter(rule -> !known.contains(rule))
                .toList();
        if (!unknown.isEmpty()) {
            log.warn("{} has states of rules that are not there: {}", RuleStates.FILE, unknown);
        }
    }

    private static void logResult(CompileResult result, List<RuleSource> sources) {
        result.quarantined().forEach(rule -> log.error("{}", rule.sentence()));
        if (result instanceof CompileResult.Compiled compiled) {
            List<Rule> rules = compiled.rules().rules();
            warn(RuleWarnings.findMissingMeta(rules, sources));
            warn(RuleWarnings.findSharedNames(rules, sources));
        }
    }

    /** A public repository of rules may have thousands of one kind, so one line stands for all. */
    private static void warn(List<String> warnings) {
        if (!warnings.isEmpty()) {
            String more = warnings.size() == 1
                    ? ""
                    : " (and %,d like it; 'winnow rules check' lists them)".formatted(warnings.size() - 1);
            log.warn("{}{}", warnings.getFirst(), more);
        }
    }
}
