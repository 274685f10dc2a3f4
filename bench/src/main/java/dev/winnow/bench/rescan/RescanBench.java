package dev.winnow.bench.rescan;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.bench.BenchFigures;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.local.Winnow;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.sqlite.SqliteHistory;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the time from acceptance to verdict of live mail on one machine, with and without a rescan beside it, in turns of one run. Each message
 * of the rescan changes its verdict, which costs the most. Exits 1 when the p99 with a rescan is above its bar. Takes about two minutes.
 */
public final class RescanBench {
    private static final int ROUNDS = 5;
    private static final int LIVE_A_SECOND = 100;
    private static final Duration PHASE = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    /** The default rate of a rescan. */
    private static final int RESCANNED_A_SECOND = 200;

    private static final int ENVELOPES = 60;
    private static final double BAR = 1.2;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private RescanBench() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("rescan").resolve("data");
        BenchFigures figures = new BenchFigures();
        List<TimedStore> stores = new ArrayList<>();
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=-1"), backing -> {
            stores.add(new TimedStore(backing.verdicts()));
            return new LocalServer.Backing(backing.queue(), stores.getFirst());
        })) {
            URI _ = server.openConsole(0, List.of());
            TimedStore store = stores.getFirst();
            String key = Files.readString(DataFolder.demoKeyFile(data)).strip();
            try (WinnowClient client = new WinnowClient(server.endpoint(), key)) {
                sendLive(client, WARM_UP);
                List<Double> without = new ArrayList<>();
                List<Double> with = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    List<Double> _ = store.takeMillis();
                    sendLive(client, PHASE);
                    without.add(findP99(store.takeMillis()));
                    Instant from = fillHistory(data, store);
                    List<Double> _ = store.takeMillis();
                    Thread rescan = Thread.ofPlatform()
                            .start(() -> runCommand(
                                    data,
                                    "rescan",
                                    "--from",
                                    from.toString(),
                                    "--rate",
                                    String.valueOf(RESCANNED_A_SECOND)));
                    sendLive(client, PHASE);
                    with.add(findP99(store.takeMillis()));
                    rescan.join();
                }
                figures.noteFigure("rescan_live_p99_without", median(without), "ms from acceptance to verdict");
                figures.noteFigure("rescan_live_p99_with", median(with), "ms from acceptance to verdict");
                figures.noteFigure(
                        "rescan_replaced", (double) store.countReplaced(), "items of verdicts were replaced");
                figures.atMost("rescan_live_p99_ratio", median(with) / median(without), BAR);
            }
        }
        System.exit(figures.anyShort() ? 1 : 0);
    }

    /** Submits at an even rate; a late message is not made up for. */
    private static void sendLive(WinnowClient client, Duration time) {
        List<RuleExample> examples = RulePack.readBundled().examples();
        long pause = 1_000_000_000L / LIVE_A_SECOND;
        long end = System.nanoTime() + time.toNanos();
        int i = 0;
        for (long due = System.nanoTime(); due < end; due = Math.max(due + pause, System.nanoTime())) {
            LockSupport.parkNanos(due - System.nanoTime());
            String _ = client.submitText(examples.get(i++ % examples.size()).text());
        }
    }

    /** Keeps messages with verdicts that no rule would give them; returns the time of the first one. */
    private static Instant fillHistory(Path data, VerdictStore store) throws IOException {
        Instant from = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Verdict odd = new Verdict.Failed("not judged yet");
        Verdict junk = new Verdict.Judged(Category.PROMOTION, 1, DecidedBy.SCORE, List.of(), false, List.of());
        List<RuleExample> examples = RulePack.readBundled().examples();
        try (MessageHistory history = SqliteHistory.openFile(DataFolder.historyFile(data))) {
            for (int envelope = 0; envelope < ENVELOPES; envelope++) {
                UUID id = IDS.generate();
                int first = envelope;
                List<KeptMessage> messages = IntStream.range(0, 40)
                        .mapToObj(slot -> new KeptMessage(
                                id,
                                slot,
                                new Envelope.Slot(
                                        "demo",
                                        SmsMessage.ofText(examples.get((first * 40 + slot) % examples.size())
                                                .text()),
                                        from)))
                        .toList();
                history.saveMessages(messages);
                VerdictStore.SaveOutcome _ = store.saveVerdicts(new EnvelopeVerdicts(
                        id,
                        1,
                        "bench",
                        "bench",
                        from,
                        IntStream.range(0, 40)
                                .mapToObj(slot -> new SlotVerdict(slot % 2 == 0 ? odd : junk, null, from))
                                .toList()));
            }
        }
        return from;
    }

    private static void runCommand(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        int code = Winnow.commandLine().execute(all.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the rescan ended with " + code);
        }
    }

    private static double findP99(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
