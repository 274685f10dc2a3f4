package dev.winnow.bench.backtest;

import dev.winnow.bench.BenchFigures;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.lab.backtest.Backtest;
import dev.winnow.lab.backtest.RulesOnTrial;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.sqlite.SqliteHistory;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.tenant.Tenants;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measures a backtest from an SQLite file beside two bare scans of the same texts, in the same run and on as many threads: the bundled pack,
 * and the pack with one rule more. The messages are the pack's own examples. Exits 1 when the ratio is below its bar. Takes about a minute.
 */
public final class BacktestBench {
    private static final int ROUNDS = 5;
    private static final int MESSAGES = 20_000;
    private static final int PAGE = 1_000;
    private static final double BAR = 0.8;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final RuleSource MORE = new RuleSource("more.yar", """
            rule more
            {
              meta:
                title = "One rule more"
                category = "junk"
                weight = 30
              strings:
                $toll = "open balance" nocase
              condition:
                $toll
            }
            """);

    private BacktestBench() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        List<RuleSource> live = RuleFolder.bundledSources();
        List<RuleSource> candidate = new ArrayList<>(live);
        candidate.add(MORE);
        List<KeptMessage> messages = makeMessages();
        Path folder = Files.createTempDirectory("backtest");
        BenchFigures figures = new BenchFigures();
        try (SqliteDatabase database = SqliteDatabase.openFile(folder.resolve("bench.db"), Clock.systemUTC());
                MessageHistory history = SqliteHistory.openFile(folder.resolve("history.db"));
                ActiveRules before = compile(live);
                ActiveRules after = compile(candidate);
                RulesOnTrial liveTrial = trial(live);
                RulesOnTrial candidateTrial = trial(candidate)) {
            for (int begin = 0; begin < MESSAGES; begin += PAGE) {
                history.saveMessages(messages.subList(begin, begin + PAGE));
            }
            Backtest backtest = new Backtest(history, new Tenants(List.of()), database.feedback());
            Backtest.Selection all = new Backtest.Selection(START, START.plusSeconds(86_400), null, 1);
            double[] ratios = new double[ROUNDS];
            double[] rates = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double bare = measureSeconds(() -> scanTwice(messages, before, after));
                double whole =
                        measureSeconds(() -> backtest.run(liveTrial, candidateTrial, all, THREADS, (_, _) -> {}));
                double bareAgain = measureSeconds(() -> scanTwice(messages, before, after));
                if (round >= 0) {
                    ratios[round] = (bare + bareAgain) / 2 / whole;
                    rates[round] = MESSAGES / whole;
                }
            }
            Arrays.sort(ratios);
            Arrays.sort(rates);
            figures.atLeast("backtest_ratio", ratios[ROUNDS / 2], BAR);
            figures.noteFigure("backtest_rate", rates[ROUNDS / 2], "messages a second on " + THREADS + " threads");
        }
        System.exit(figures.anyShort() ? 1 : 0);
    }

    private static List<KeptMessage> makeMessages() {
        List<RuleExample> examples = RulePack.readBundled().examples();
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> new KeptMessage(
                        UUID.randomUUID(),
                        0,
                        new Envelope.Slot(
                                "bench",
                                SmsMessage.ofText(
                                        examples.get(i % examples.size()).text()),
                                START.plusMillis(i))))
                .toList();
    }

    private static ActiveRules compile(List<RuleSource> sources) {
        return new ActiveRules(RuleCompiler.compile(sources).orThrow(), MessageScanners.SCAN_OPTIONS);
    }

    private static RulesOnTrial trial(List<RuleSource> sources) {
        return new RulesOnTrial(sources, RuleStates.NONE, NamedLists.NONE, LinkLists.bundled());
    }

    /** Scans all messages by both sets, without a history, counters or a report. */
    private static boolean scanTwice(List<KeptMessage> messages, ActiveRules before, ActiveRules after)
            throws Exception {
        MessageScanners first = new MessageScanners(before);
        MessageScanners second = new MessageScanners(after);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("bare-", 0).factory())) {
            List<Future<?>> parts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int begin = thread;
                parts.add(pool.submit(() -> {
                    try (MessageScanner one = first.openScanner();
                            MessageScanner other = second.openScanner()) {
                        for (int i = begin; i < messages.size(); i += THREADS) {
                            SmsMessage message = messages.get(i).message().message();
                            var _ = one.scanMessage(message, TenantSettings.DEFAULT);
                            var _ = other.scanMessage(message, TenantSettings.DEFAULT);
                        }
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
        return true;
    }

    private static double measureSeconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        var _ = work.call();
        return (System.nanoTime() - start) / 1e9;
    }
}
