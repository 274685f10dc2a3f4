package dev.winnow.lab.judge;

import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.Examination;
import dev.winnow.worker.scan.ExampleScan;
import dev.winnow.worker.scan.Findings;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.WordingModel;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule set and a scanner on it. One platform thread. */
public final class Judge implements AutoCloseable {
    private final ActiveRules rules;
    private final LinkLists lists;
    private final MessageScanner scanner;

    /**
     * Compiles the sources; rules that do not compile are left out.
     *
     * @throws RuntimeException if no rule is left
     */
    public Judge(List<RuleSource> sources) {
        this(sources, LinkLists.bundled());
    }

    /** Compares links with lists of the caller's. */
    public Judge(List<RuleSource> sources, LinkLists lists) {
        this(RuleCompiler.compile(sources).orThrow(), MessageScanners.SCAN_OPTIONS, lists);
    }

    /** Takes over a compiled rule set. */
    public Judge(RuleSet compiled, ScanOptions options) {
        this(compiled, options, LinkLists.bundled());
    }

    /** Takes over a compiled rule set and compares links with lists of the caller's. */
    public Judge(RuleSet compiled, ScanOptions options, LinkLists lists) {
        this(compiled, options, lists, WordingModel.bundled());
    }

    /** Scores the wording by a model of the caller's. */
    public Judge(RuleSet compiled, ScanOptions options, LinkLists lists, WordingModel model) {
        this.lists = lists;
        rules = new ActiveRules(compiled, options);
        scanner = new MessageScanners(rules, lists, model).openScanner();
    }

    public RuleSet rules() {
        return rules.current();
    }

    /**
     * Scans the text.
     *
     * @throws IllegalStateException if the engine could not scan it
     */
    public Findings examineText(String text) {
        return examineMessage(SmsMessage.ofText(text));
    }

    /**
     * Scans a message, whose sender, country and channel rules can look at.
     *
     * @throws IllegalStateException if the engine could not scan it
     */
    public Findings examineMessage(SmsMessage message) {
        return toFindings(scanner.examineMessage(message));
    }

    private static Findings toFindings(Examination examined) {
        return switch (examined) {
            case Findings findings -> findings;
            case Examination.Unscannable(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /**
     * Scans an example of a rule.
     *
     * @throws IllegalStateException if the engine could not scan it
     */
    public Findings examineExample(RuleExample example) {
        return example.wave().isEmpty()
                ? examineText(example.text())
                : toFindings(ExampleScan.scanExample(example, rules, lists));
    }

    /** Scans the text and decides the verdict. */
    public Verdict.Judged judgeText(String text, @Nullable String sender, TenantSettings settings) {
        return judgeFindings(examineText(text), sender, settings);
    }

    /** Decides the verdict on findings. */
    public static Verdict.Judged judgeFindings(Findings findings, @Nullable String sender, TenantSettings settings) {
        return switch (findings.judgeFindings(sender, settings)) {
            case Verdict.Judged judged -> judged;
            case Verdict.Failed(String reason) -> throw new IllegalStateException(reason);
            case Verdict.Expired(String reason) -> throw new IllegalStateException(reason);
        };
    }

    @Override
    public void close() {
        scanner.close();
        rules.close();
    }
}
