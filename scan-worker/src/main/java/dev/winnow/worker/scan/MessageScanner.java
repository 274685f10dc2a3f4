package dev.winnow.worker.scan;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.campaign.WaveSize;
import dev.winnow.message.SmsMessage;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.View;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.WordingScorer;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.EngineError;
import dev.winnow.yara.Externals;
import dev.winnow.yara.Facts;
import dev.winnow.yara.ScanResult;
import dev.winnow.yara.Variable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges messages on one rule set. The raw text is scanned, and the folded text where it differs; a rule that matches both counts
 * once, with the raw match. One thread, a platform thread: a scan is a native call.
 */
public final class MessageScanner implements AutoCloseable {
    private final ActiveRules.Lease lease;
    private final RuleFacts facts;
    private final LinkLists lists;
    private final Supplier<WordingScorer> scorers;
    private final @Nullable RuleCounters counters;
    private final @Nullable WaveCounters waves;

    MessageScanner(
            ActiveRules.Lease lease,
            RuleFacts facts,
            LinkLists lists,
            Supplier<WordingScorer> scorers,
            @Nullable RuleCounters counters,
            @Nullable WaveCounters waves) {
        this.lease = lease;
        this.facts = facts;
        this.lists = lists;
        this.scorers = scorers;
        this.counters = counters;
        this.waves = waves;
    }

    /** The version of the rule set that judges. */
    public String ruleset() {
        return lease.rules().version();
    }

    /** Judges a message without an id of its own, as tools do, and counts nothing. */
    public Verdict scanMessage(SmsMessage message, TenantSettings settings) {
        return examineMessage(message).judgeFindings(message.sender(), settings);
    }

    /** Judges a message that was judged and counted before. */
    Verdict rescanMessage(SmsMessage message, long id, TenantSettings settings) {
        return examineMessage(message, id).judgeFindings(message.sender(), settings);
    }

    /**
     * Judges a message, and counts its hits and its campaign. A message that cannot be scanned, and an empty rule set, give {@link
     * Verdict.Failed}, never clean.
     *
     * @param id the hash of the message's id, which chooses its side of a rule's share
     * @param tenant the name of the tenant with these settings
     */
    public Verdict scanMessage(SmsMessage message, long id, String tenant, TenantSettings settings) {
        MessageText read = MessageText.readText(message.text(), lists);
        Fingerprint fingerprint = waves == null ? null : read.computeFingerprint();
        Verdict verdict = countHits(examineText(read, fingerprint, message, id), message.sender(), settings);
        if (waves != null && fingerprint != null && verdict instanceof Verdict.Judged judged) {
            CampaignCount.countMessage(waves, fingerprint, read, message.sender(), id, tenant, settings, judged);
        }
        return verdict;
    }

    private Verdict countHits(Examination examined, @Nullable String sender, TenantSettings settings) {
        if (counters == null) {
            return examined.judgeFindings(sender, settings);
        }
        counters.countMessage();
        return examined.countAndJudge(sender, settings);
    }

    /** Scans without judging: for tools that show all matches or try several settings. */
    public Examination examineMessage(SmsMessage message) {
        return examineMessage(message, 0);
    }

    private Examination examineMessage(SmsMessage message, long id) {
        MessageText read = MessageText.readText(message.text(), lists);
        return examineText(read, waves == null ? null : read.computeFingerprint(), message, id);
    }

    private Examination examineText(MessageText read, @Nullable Fingerprint fingerprint, SmsMessage message, long id) {
        if (!facts.canJudge()) {
            return new Examination.Unscannable("no rule with a weight is loaded; publish a rule set");
        }
        MessageWording wording = new MessageWording(scorers.get(), read, addWave(addLists(read, message), fingerprint));
        Findings findings = new Findings(facts, wording, id, message.truncated());
        switch (scanView(read.raw(), message, View.RAW, wording.facts())) {
            case ScanResult.Failed(EngineError error) -> {
                return newUnscannable(error);
            }
            case ScanResult.Scanned scanned -> findings.addRaw(scanned, read.raw());
        }
        FoldedText folded = read.folded();
        return folded == null ? findings : examineFolded(message, folded, findings);
    }

    /** Gives the rule set back. A second call does nothing. */
    @Override
    public void close() {
        lease.close();
    }

    private Facts addWave(Facts known, @Nullable Fingerprint fingerprint) {
        if (waves == null || fingerprint == null) {
            return known;
        }
        WaveSize size = waves.sizeOf(fingerprint);
        if (size.equals(WaveSize.NONE)) {
            return known;
        }
        return Facts.builder(known)
                .setValue(Variable.WAVE_MESSAGES, size.messages())
                .setValue(Variable.WAVE_SENDERS, size.senders())
                .setValue(Variable.WAVE_TENANTS, size.tenants())
                .build();
    }

    private Facts addLists(MessageText read, SmsMessage message) {
        Facts links = read.links().facts();
        if (facts.lists().isEmpty()) {
            return links;
        }
        String found = facts.lists()
                .findLists((String) links.valueOf(Variable.LINK_HOSTS), message.sender(), message.text(), read.plain());
        return found.isEmpty() ? links : links.withText(Variable.IN_LISTS, found);
    }

    private Examination examineFolded(SmsMessage message, FoldedText folded, Findings findings) {
        switch (scanView(folded.utf8(), message, View.FOLDED, findings.knownFacts())) {
            case ScanResult.Failed(EngineError error) -> {
                return newUnscannable(error);
            }
            case ScanResult.Scanned scanned -> findings.addFolded(scanned, folded);
        }
        return findings;
    }

    private ScanResult scanView(byte[] utf8, SmsMessage message, View view, Facts links) {
        String sender = message.sender() == null ? "" : message.sender();
        String country = message.country() == null ? "" : message.country();
        Externals externals =
                new Externals(sender, view.token(), country, message.channel().token(), links);
        return lease.scanner().scan(utf8, 0, utf8.length, externals);
    }

    private static Examination newUnscannable(EngineError error) {
        return new Examination.Unscannable("the engine could not scan the text: " + error.text());
    }
}
