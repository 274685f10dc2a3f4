package dev.winnow.local.console;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignSamples;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.Wave;
import dev.winnow.local.server.DataFolder;
import dev.winnow.pulse.Delays;
import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.Resolution;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.statistics.UsageCounts;
import dev.winnow.verdict.Category;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A week of pulses, a month of rule statistics and two made-up endpoints, for pictures. Each run writes the same but for the time. */
final class MadeUpHistory {
    /** The tenant of the endpoints, which get no webhook because it has no messages. */
    static final String TENANT = "acme-gateways";

    private static final int MESSAGES_A_DAY = 48_000;
    private static final double PER_SECOND = 0.55;

    private final Random random = new Random(7);
    private final Instant now = Instant.now();
    private final SqliteDatabase database;
    private final String ruleset;

    private MadeUpHistory(SqliteDatabase database, String ruleset) {
        this.database = database;
        this.ruleset = ruleset;
    }

    /** Writes at the beginning of an interval, so that the next one of the real server comes after the first picture. */
    static void write(Path data, String ruleset) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Instant.now().getEpochSecond() % 10 == 0);
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
            MadeUpHistory history = new MadeUpHistory(database, ruleset);
            history.writePulses(Resolution.TEN_SECONDS, Duration.ofHours(1));
            history.writePulses(Resolution.FIVE_MINUTES, Duration.ofDays(1));
            history.writePulses(Resolution.HALF_HOUR, Duration.ofDays(7));
            history.writeStatistics();
            history.writeCampaigns();
            history.writeEndpoint("https://gateway.example/winnow/verdicts", true);
            history.writeEndpoint("https://old.example/hook", false);
        }
    }

    private void writePulses(Resolution resolution, Duration length) {
        Instant last = resolution.startOf(now).minus(resolution.length());
        for (Instant start = resolution.startOf(now.minus(length));
                !start.isAfter(last);
                start = start.plus(resolution.length())) {
            double day =
                    2 * Math.PI * start.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 86_400;
            double rate = 60 * PER_SECOND * (1.1 - 0.6 * Math.cos(day)) * (0.92 + 0.16 * random.nextDouble());
            long all = Math.round(rate * resolution.length().toSeconds());
            save(resolution, "ingest-api", start, Map.of(PulseNames.ACCEPTED, all), Map.of(), Delays.NONE);
            Histogram times = Delays.newHistogram();
            for (int i = 0; i < 300; i++) {
                times.recordValue(Math.max(4, Math.round(18 + 5 * random.nextGaussian() + (i % 90 == 0 ? 40 : 0))));
            }
            Map<String, Long> verdicts = new HashMap<>();
            verdicts.put(PulseNames.VERDICT + "junk", Math.round(all * (0.16 + 0.03 * random.nextDouble())));
            verdicts.put(PulseNames.VERDICT + "promotion", Math.round(all * 0.12));
            verdicts.put(PulseNames.VERDICT + "transaction", Math.round(all * 0.31));
            verdicts.put(PulseNames.VERDICT + "clean", Math.round(all * 0.40));
            long waiting = Math.max(0, Math.round(rate / 9 - 2 + 2 * random.nextGaussian()));
            Map<String, Long> levels = Map.of(PulseNames.WAITING_LIVE, waiting);
            save(resolution, "scan-worker", start, verdicts, levels, Delays.of(times));
        }
    }

    private void save(
            Resolution resolution,
            String program,
            Instant start,
            Map<String, Long> counts,
            Map<String, Long> levels,
            Delays delays) {
        Map<String, String> facts = program.equals("scan-worker") ? Map.of(PulseNames.RULESET, ruleset) : Map.of();
        database.pulses()
                .savePulse(resolution, new Pulse(program, nameOf(program), start, counts, levels, facts, delays));
    }

    private static String nameOf(String program) {
        return Integer.toHexString(program.hashCode());
    }

    private void writeStatistics() {
        List<String> rules = RulePack.readBundled().examples().stream()
                .filter(RuleExample::matches)
                .map(RuleExample::rule)
                .distinct()
                .toList();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int day = 1; day < 30; day++) {
            Map<String, RuleCounts> sums = new HashMap<>();
            for (int i = 0; i < rules.size(); i++) {
                long hits = Math.round(2_400.0 / (1 + i) * (0.4 + random.nextDouble()) * (day < 4 ? 1.8 : 1));
                long opinions = Math.round(hits / 40.0);
                sums.put(rules.get(i), new RuleCounts(hits, hits / 3, 0, 0, opinions - opinions / 11, opinions / 11));
            }
            database.statistics().saveDay(today.minusDays(day), new RuleSums(MESSAGES_A_DAY, sums));
            long busy = Math.round(60_000 * (0.7 + 0.5 * random.nextDouble()));
            database.usage()
                    .saveDay(
                            TENANT,
                            today.minusDays(day),
                            "made-up",
                            new UsageCounts(busy / 7, busy / 9, busy / 3, busy * 2 / 5, busy / 900, 0));
        }
    }

    private void writeCampaigns() {
        writeCampaign(1, Category.CLEAN, 940, "<name>, your seat for the tasting is open: <link>", 0.9);
        writeCampaign(2, Category.JUNK, 4_100, "Your parcel is held: pay the <amount> customs fee at <link>", 0.2);
        writeCampaign(3, Category.TRANSACTION, 12_400, "Your code is <code>. Do not share it.", 0);
        writeCampaign(
                4, Category.PROMOTION, 2_600, "<number>% off all shoes this weekend. Reply STOP to opt out", -0.3);
        writeCampaign(5, Category.CLEAN, 61, null, 0);
    }

    /** A campaign of three days whose messages grow or fade by a share each hour of the last ones. */
    private void writeCampaign(int number, Category verdict, int messages, @Nullable String template, double growth) {
        Fingerprint fingerprint = new Fingerprint(number * 0x9e3779b97f4a7c15L, number * 0xc2b2ae3d27d4eb4fL);
        Campaign campaign = null;
        for (int hour = 71; hour >= 0; hour--) {
            double wave = (1 + growth * Math.max(0, 6 - hour) / 2.0) * (0.7 + 0.6 * random.nextDouble());
            int count = Math.max(1, (int) Math.round(messages / 72.0 * Math.max(0.05, wave)));
            Wave sample = CampaignSamples.wave(fingerprint, now.minusSeconds(3_600L * hour), count, verdict);
            Wave own = new Wave(
                    fingerprint,
                    sample.firstSeen(),
                    sample.lastSeen(),
                    sample.verdicts(),
                    template != null && template.contains("<link>") ? count : 0,
                    sample.senders(),
                    sample.tenants(),
                    verdict == Category.JUNK ? Map.of("parcel_fee", (long) count) : Map.of(),
                    verdict == Category.JUNK ? Map.of("royal-post.top", (long) count) : Map.of(),
                    template);
            campaign = campaign == null ? Campaign.begin(own) : campaign.plus(own);
        }
        database.campaigns().saveCampaigns(campaign == null ? List.of() : List.of(campaign));
    }

    private void writeEndpoint(String url, boolean answers) {
        Endpoint fresh = Endpoint.register(
                Endpoint.newId(),
                TENANT,
                URI.create(url),
                Set.of(EventType.MESSAGE_VERDICT),
                10,
                "sealed",
                now.minus(Duration.ofDays(12)));
        boolean _ = database.endpoints().addEndpoint(fresh);
        var _ = database.endpoints().changeEndpoint(TENANT, fresh.id(), Endpoint::withAnswer);
        if (!answers) {
            var _ = database.endpoints()
                    .changeEndpoint(TENANT, fresh.id(), each -> each.withFailureSince(now.minusSeconds(5_400)));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            attempts.add(new Attempt(
                    now.minusSeconds(40L * i),
                    "msg_" + i,
                    EventType.MESSAGE_VERDICT,
                    answers ? 1 : 4,
                    answers ? 200 : 503,
                    answers ? "delivered" : "retry",
                    60 + random.nextInt(90)));
        }
        database.attempts().saveAttempts(fresh.id(), "made-up", attempts);
    }
}
