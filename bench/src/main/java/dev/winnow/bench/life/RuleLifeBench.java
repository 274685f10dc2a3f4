package dev.winnow.bench.life;

import com.sun.management.ThreadMXBean;
import dev.winnow.bench.BenchFigures;
import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the bundled pack with statistics, with rules in shadow and with a list of a million domains, beside the plain pack in the same
 * run. The messages are the pack's own examples, so that nearly half of them match a rule: far more than in real mail. Exits 1 when a ratio is
 * above its bar. About a minute.
 */
public final class RuleLifeBench {
    private static final int ROUNDS = 11;
    private static final int MESSAGES = 1_000;
    private static final int IN_SHADOW = 5;
    private static final double BAR = 1.05;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private RuleLifeBench() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        List<RuleSource> sources = RuleFolder.bundledSources();
        List<RuleExample> examples = RulePack.readBundled().examples();
        int step = Math.max(1, examples.size() / MESSAGES);
        List<SmsMessage> messages = IntStream.iterate(0, i -> i < examples.size(), i -> i + step)
                .mapToObj(i -> SmsMessage.ofText(examples.get(i).text()))
                .toList();
        BenchFigures figures = new BenchFigures();
        Path folder = Files.createTempDirectory("rule-life");
        try (SqliteDatabase database = SqliteDatabase.openFile(folder.resolve("bench.db"), Clock.systemUTC());
                RuleCounters counters = RuleCounters.start(database.statistics(), Clock.systemUTC());
                RuleSet rules = RuleCompiler.compile(sources).orThrow();
                ActiveRules active = new ActiveRules(rules.withVersion("bench"), MessageScanners.SCAN_OPTIONS);
                MessageScanner plain = scanner(active, RuleCompanions.NONE, null);
                MessageScanner counted = scanner(active, RuleCompanions.NONE, counters);
                MessageScanner shadowed = scanner(active, shadow(rules, sources), counters);
                MessageScanner listed = scanner(active, lists(), null)) {
            LongSupplier base = pass(plain, messages);
            figures.atMost("life_statistics_ratio", measure(base, pass(counted, messages)), BAR);
            figures.atMost("life_shadow_and_statistics_ratio", measure(base, pass(shadowed, messages)), BAR);
            figures.noteFigure(
                    "life_million_domains_ratio", measure(base, pass(listed, messages)), "of the plain pack");
            figures.noteFigure(
                    "life_list_lookup", measureLookup(lists().lists()), "ns of CPU for a domain and its parents");
            figures.noteFigure("life_scan", (double) base.getAsLong() / messages.size(), "ns of CPU a message");
        }
        System.exit(figures.anyShort() ? 1 : 0);
    }

    private static MessageScanner scanner(
            ActiveRules rules, RuleCompanions companions, @Nullable RuleCounters counters) {
        return new MessageScanners(() -> rules, LinkLists::bundled, _ -> companions, counters).openScanner();
    }

    private static RuleCompanions shadow(RuleSet rules, List<RuleSource> sources) {
        List<String> names = rules.rules().stream()
                .filter(rule -> !rule.isPrivate())
                .map(Rule::name)
                .limit(IN_SHADOW)
                .toList();
        RuleStates states = RuleStates.NONE;
        for (String name : names) {
            states = states.with(new RuleState(name, Mode.SHADOW, 100, null, false, ""));
        }
        return new RuleCompanions(RuleGates.of(sources, states), NamedLists.NONE, ListQuestions.NONE);
    }

    private static RuleCompanions lists() {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put(
                "bad_domains",
                IntStream.range(0, NamedLists.MAX_LINES)
                        .mapToObj(i -> "host-" + i + ".example")
                        .collect(Collectors.joining("\n")));
        return new RuleCompanions(RuleGates.NONE, ListTexts.parse(texts), ListQuestions.NONE);
    }

    /** Looks for domains of which half are on the list; returns nanoseconds a question. */
    private static double measureLookup(NamedLists lists) {
        String[] domains = IntStream.range(0, 100_000)
                .mapToObj(i -> "shop.host-" + i * 20 + ".example")
                .toArray(String[]::new);
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int found = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            for (String domain : domains) {
                found += lists.findLists(domain, null, "", "").isEmpty() ? 0 : 1;
            }
            rounds[round] = (double) (THREADS.getCurrentThreadCpuTime() - start) / domains.length;
            if (found != domains.length / 2) {
                throw new IllegalStateException("the list has " + found + " of the domains");
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    /** One pass over all messages; returns this thread's CPU time in nanoseconds. */
    private static LongSupplier pass(MessageScanner scanner, List<SmsMessage> messages) {
        return () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            long id = 1;
            for (SmsMessage message : messages) {
                var _ = scanner.scanMessage(message, id++ * 0x9e3779b97f4a7c15L, "tenant", TenantSettings.DEFAULT);
            }
            return THREADS.getCurrentThreadCpuTime() - start;
        };
    }

    /** The median ratio of rounds in which both take turns. */
    private static double measure(LongSupplier base, LongSupplier candidate) {
        double[] ratios = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long before = base.getAsLong();
            long between = candidate.getAsLong();
            long after = base.getAsLong();
            if (round >= 0) {
                ratios[round] = 2.0 * between / (before + after);
            }
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }
}
