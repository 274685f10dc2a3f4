package dev.winnow.bench.callbacks;

import dev.winnow.bench.BenchFigures;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Measures callbacks to ten endpoints of one tenant on one machine, with the API and the scanning in the same process: every message is ten
 * calls. In every second round one endpoint takes calls and never answers. Exits 1 when a figure misses its bar: the rate, the loss, or the
 * cost of the dead endpoint for the others. About two minutes.
 */
final class CallbackBench {
    private static final int ENDPOINTS = 10;
    private static final int DEAD = 9;
    private static final int MESSAGES_PER_SECOND = 220;
    private static final int BATCHES_PER_SECOND = 10;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 3;
    private static final double RATE_BAR = 2_000;
    private static final double RATIO_BAR = 1.2;
    private static final String TEXT = "Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay";

    private final Api api;
    private final Receivers receivers;
    private final String deadId;

    private CallbackBench(Api api, Receivers receivers, String deadId) {
        this.api = api;
        this.receivers = receivers;
        this.deadId = deadId;
    }

    private record Round(double perSecond, long p99Micros, int lost) {}

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        Path data = Files.createTempDirectory("winnow-bench");
        boolean ok;
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=0"));
                Api api = new Api(
                        server.endpoint(),
                        Files.readString(DataFolder.demoKeyFile(data)).strip());
                Receivers receivers = Receivers.start()) {
            ok = prepareBench(api, receivers).runRounds();
        }
        System.exit(ok ? 0 : 1);
    }

    private static CallbackBench prepareBench(Api api, Receivers receivers) throws Exception {
        String last = "";
        for (int i = 0; i < ENDPOINTS; i++) {
            last = api.registerEndpoint(receivers.urlOf(i));
            api.pingEndpoint(last);
        }
        while (!api.allActive()) {
            Thread.sleep(100);
        }
        // The workers hear of the first endpoint within ten seconds.
        while (receivers.countReceived() == 0) {
            api.submitTexts(TEXT, 1);
            Thread.sleep(500);
        }
        return new CallbackBench(api, receivers, last);
    }

    private boolean runRounds() throws Exception {
        runRound(false);
        List<Round> alive = new ArrayList<>();
        List<Round> dead = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            alive.add(runRound(false));
            dead.add(runRound(true));
        }
        double rate = medianOf(alive.stream().mapToDouble(Round::perSecond).toArray());
        double with = medianOf(dead.stream().mapToDouble(Round::p99Micros).toArray());
        double without = medianOf(alive.stream().mapToDouble(Round::p99Micros).toArray());
        int lost = alive.stream().mapToInt(Round::lost).sum()
                + dead.stream().mapToInt(Round::lost).sum();
        System.out.printf(Locale.ROOT, "note callbacks-p99-us %.0f with a dead endpoint %.0f%n", without, with);
        BenchFigures figures = new BenchFigures();
        figures.atLeast("callbacks-per-second", rate, RATE_BAR);
        figures.atMost("callbacks-lost", (double) lost, 0);
        figures.atMost("callbacks-dead-endpoint-p99-ratio", with / without, RATIO_BAR);
        return !figures.anyShort();
    }

    /** Submits for a while, waits until every live endpoint got every verdict, and compares the delays. */
    private Round runRound(boolean withDead) throws Exception {
        if (withDead) {
            receivers.killEndpoint(DEAD);
        }
        Instant start = Instant.now();
        List<String> ids = submitAll(start);
        int living = withDead ? ENDPOINTS - 1 : ENDPOINTS;
        Instant end = awaitAll(ids, living);
        receivers.reviveAll();
        api.pingEndpoint(deadId);
        // The dead endpoint's own numbers are in neither kind of round.
        long[] micros = ids.stream()
                .flatMap(id -> IntStream.range(0, ENDPOINTS - 1).mapToObj(each -> receivers.delayOf(each, id)))
                .filter(Objects::nonNull)
                .mapToLong(delay -> delay.toNanos() / 1_000)
                .sorted()
                .toArray();
        double seconds = Duration.between(start, end).toNanos() / 1e9;
        int lost = countMissing(ids, living);
        return new Round((ids.size() * living - lost) / seconds, micros[micros.length * 99 / 100], lost);
    }

    private List<String> submitAll(Instant start) throws Exception {
        List<String> ids = new ArrayList<>();
        int batches = (int) ROUND.toSeconds() * BATCHES_PER_SECOND;
        for (int batch = 0; batch < batches; batch++) {
            Duration early = Duration.between(Instant.now(), start.plusMillis(1_000L * batch / BATCHES_PER_SECOND));
            if (early.isPositive()) {
                Thread.sleep(early);
            }
            ids.addAll(api.submitTexts(TEXT, MESSAGES_PER_SECOND / BATCHES_PER_SECOND));
        }
        return ids;
    }

    private Instant awaitAll(List<String> ids, int living) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (countMissing(ids, living) > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        return Instant.now();
    }

    private int countMissing(List<String> ids, int living) {
        return (int) ids.stream()
                .flatMap(id -> IntStream.range(0, living).mapToObj(each -> receivers.delayOf(each, id)))
                .filter(Objects::isNull)
                .count();
    }

    private static double medianOf(double[] values) {
        return java.util.Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
