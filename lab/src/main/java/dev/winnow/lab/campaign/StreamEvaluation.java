package dev.winnow.lab.campaign;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.CampaignMerger;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.message.Channel;
import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * A stream of chat that hides campaigns, through the whole path of a worker: envelopes, the scan with the bundled rules, the counters, the
 * store, the merger and the list. The stream has a clock of its own, at a thousand messages a second.
 */
final class StreamEvaluation {
    private static final int MESSAGES_A_SECOND = 1_000;
    private static final int TENANTS = 20;

    /** The interval of workers and merger. */
    private static final Duration STEP = Duration.ofSeconds(10);

    private static final int LARGE = 100;
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final CampaignLog log;
    private final StreamClock clock = new StreamClock();
    private final WaveCounters waves;
    private final CampaignMerger merger;
    private final CampaignReader reader = new CampaignReader(LinkLists.bundled());
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<Fingerprint, Integer> hiddenOf = new HashMap<>();
    private final Map<Integer, Instant> hundredth = new HashMap<>();
    private final Map<Integer, Instant> listedAt = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final JunkShares junk = new JunkShares();
    private int falseOnes;

    StreamEvaluation(CampaignLog log) {
        this.log = log;
        this.waves = new WaveCounters(log, clock);
        this.merger = new CampaignMerger(log, clock);
    }

    void evaluate(
            List<HiddenCampaign> campaigns, ChatWriter chat, int length, PrintWriter out, EvaluationFigures figures)
            throws InterruptedException, ExecutionException {
        MessageStream stream = new MessageStream(campaigns, chat, length, random);
        RuleFile pack = RulePack.readBundled().joinSources();
        ActiveRules rules = new ActiveRules(
                RuleCompiler.compile(List.of(new RuleSource(pack.name(), pack.text())))
                        .orThrow(),
                MessageScanners.SCAN_OPTIONS);
        try (rules;
                ScanPool scans = new ScanPool(
                        new MessageScanners(() -> rules, LinkLists::bundled, _ -> RuleCompanions.NONE, null, waves),
                        new LiveTenants(listTenants()),
                        clock,
                        1)) {
            int step = MESSAGES_A_SECOND * (int) STEP.toSeconds();
            for (int sent = 0; sent < length; sent += step) {
                scanStep(stream, Math.min(step, length - sent), scans);
                listCampaigns();
            }
        }
        report(campaigns, out, figures);
    }

    /** Tenants that consent to a history, so that campaigns have templates. */
    private static List<Tenant> listTenants() {
        TenantSettings consents = TenantSettings.DEFAULT.withHistory(new HistoryConsent(1, 1));
        return IntStream.range(0, TENANTS)
                .mapToObj(number -> new Tenant("tenant-" + number, List.of(), consents))
                .toList();
    }

    /** What the list shows of each hidden campaign now; of two parts of one campaign the larger. */
    Map<HiddenCampaign, Campaign> findHidden(List<HiddenCampaign> campaigns) {
        Map<HiddenCampaign, Campaign> found = new HashMap<>();
        for (Campaign campaign : log.listUrgent(clock.instant(), Instant.EPOCH, false, CampaignLog.MAX_CAMPAIGNS)) {
            Integer hidden = hiddenOf.get(campaign.fingerprint());
            if (hidden != null) {
                found.merge(campaigns.get(hidden), campaign, (a, b) -> a.messages() < b.messages() ? b : a);
            }
        }
        return found;
    }

    private void scanStep(MessageStream stream, int messages, ScanPool scans)
            throws InterruptedException, ExecutionException {
        List<Envelope.Slot> slots = new ArrayList<>();
        List<Boolean> hidden = new ArrayList<>();
        for (int i = 1; i <= messages; i++) {
            clock.advance(Duration.ofSeconds(1).dividedBy(MESSAGES_A_SECOND));
            MessageStream.Message next = stream.next();
            noteHidden(next);
            hidden.add(next.campaign() != null);
            slots.add(new Envelope.Slot("tenant-" + random.nextInt(TENANTS), newMessage(next), clock.instant()));
            if (slots.size() == Envelope.MAX_SLOTS || i == messages) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                junk.add(scans.scanEnvelope(new Envelope(id, "all", slots), Map.of()), hidden);
                slots = new ArrayList<>();
                hidden.clear();
            }
        }
    }

    private static SmsMessage newMessage(MessageStream.Message next) {
        return new SmsMessage(next.text(), next.sender(), Channel.SMS, null, null, null, Priority.LIVE, false);
    }

    private void noteHidden(MessageStream.Message next) {
        HiddenCampaign campaign = next.campaign();
        if (campaign != null) {
            Fingerprint fingerprint = reader.readFingerprint(next.text());
            if (fingerprint != null) {
                hiddenOf.put(fingerprint, campaign.number());
            }
            if (next.count() == LARGE) {
                hundredth.put(campaign.number(), clock.instant());
            }
        }
    }

    private void listCampaigns() {
        waves.flush();
        merger.mergeReports();
        for (Campaign campaign : log.listUrgent(clock.instant(), Instant.EPOCH, false, CampaignLog.MAX_CAMPAIGNS)) {
            if (listed.add(campaign.id())) {
                Integer hidden = hiddenOf.get(campaign.fingerprint());
                if (hidden == null) {
                    falseOnes++;
                } else {
                    listedAt.putIfAbsent(hidden, clock.instant());
                }
            }
        }
    }

    private void report(List<HiddenCampaign> campaigns, PrintWriter out, EvaluationFigures figures) {
        long late = hundredth.entrySet().stream()
                .filter(entry -> {
                    Instant seen = listedAt.get(entry.getKey());
                    return seen == null || seen.isAfter(entry.getValue().plus(IN_TIME));
                })
                .count();
        out.printf(
                Locale.ROOT,
                "stream: %d campaigns hidden, %d of them with %d messages or more; %d listed, %d of them of chat; %d hidden ones found%n",
                campaigns.size(),
                hundredth.size(),
                LARGE,
                listed.size(),
                falseOnes,
                listedAt.size());
        out.printf(
                Locale.ROOT,
                "stream: junk are %.1f %% of the hidden messages and %.3f %% of chat%n",
                100 * junk.shareOfHidden(),
                100 * junk.shareOfChat());
        figures.atMost("campaign-listed-late", (double) late, 0);
        figures.atMost("campaign-listed-false", listed.isEmpty() ? 1 : (double) falseOnes / listed.size(), 0.05);
    }
}
