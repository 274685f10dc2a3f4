package dev.winnow.worker.rules;

import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live rules those of a folder. What is refused is named, and its file stays as it was when it was last good. Any thread.
 */
public final class RuleReloader implements RuleFeed {
    private static final Logger log = LoggerFactory.getLogger(RuleReloader.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final RuleFolder folder;
    private final ActiveRules active;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-reloader").factory());
    private List<RuleSource> seen;

    private RuleReloader(RuleFolder folder, List<RuleSource> first, ActiveRules active) {
        this.folder = folder;
        this.seen = first;
        this.active = active;
        Future<?> _ = timer.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Compiles the folder and watches it.
     *
     * @throws IOException if the folder cannot be read
     * @throws dev.winnow.yara.NoLiveRulesException if not one rule compiles: a worker that started so would call everything clean
     */
    public static RuleReloader start(RuleFolder folder) throws IOException {
        List<RuleSource> own = folder.read();
        CompileResult result = RuleCompiler.compile(folder.label(), folder.admit(own));
        report(result);
        return new RuleReloader(folder, own, new ActiveRules(result.orThrow(), MessageScanners.SCAN_OPTIONS));
    }

    @Override
    public ActiveRules rules() {
        return active;
    }

    @Override
    public void close() {
        timer.close();
        active.close();
    }

    private void look() {
        try {
            List<RuleSource> own = folder.read();
            if (!own.equals(seen)) {
                String label = folder.label();
                seen = own;
                reload(label, folder.admit(own));
            }
        } catch (IOException | RuntimeException e) {
            log.error(
                    "The rules folder {} cannot be read, the last good rules stay live: {}",
                    folder.folder(),
                    e.toString());
        }
    }

    private void reload(String label, List<RuleSource> sources) {
        CompileResult result = RuleCompiler.compile(label, sources);
        report(result);
        switch (result) {
            case CompileResult.Compiled compiled -> active.swap(compiled.rules());
            case CompileResult.NoLiveRules _ ->
                log.error("No rule of the changed folder is usable, the last good rules stay live");
        }
    }

    private static void report(CompileResult result) {
        result.quarantined().forEach(rule -> log.error("{}", rule.sentence()));
        if (result instanceof CompileResult.Compiled compiled) {
            log.info(
                    "Live: rule set {} with {} rules",
                    compiled.rules().version(),
                    compiled.rules().rules().size());
        }
    }
}
