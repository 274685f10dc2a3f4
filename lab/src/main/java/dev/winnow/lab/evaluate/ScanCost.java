package dev.winnow.lab.evaluate;

import dev.winnow.worker.scan.DisguiseCheck;
import dev.winnow.worker.scan.wording.WordingModel;
import dev.winnow.worker.scan.wording.WordingScorer;
import dev.winnow.yara.Externals;
import dev.winnow.yara.Facts;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Measures the cost of more rules: scans of the raw text with both sets, interleaved, by the medians of the rounds. */
final class ScanCost {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 200;
    private static final Externals RAW = new Externals("", "raw", "", "sms");

    private ScanCost() {}

    /** The cost with the larger set as a multiple of the cost with the smaller one. */
    static double measureRatio(List<RuleSource> smaller, List<RuleSource> larger, List<String> texts) {
        List<byte[]> raw = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        long[] small = new long[ROUNDS];
        long[] large = new long[ROUNDS];
        try (RuleSet smallSet = RuleCompiler.compile(smaller).orThrow();
                RuleSet largeSet = RuleCompiler.compile(larger).orThrow();
                Scanner smallScanner = smallSet.newScanner();
                Scanner largeScanner = largeSet.newScanner()) {
            for (int round = 0; round < ROUNDS; round++) {
                small[round] = measureTime(smallScanner, raw);
                large[round] = measureTime(largeScanner, raw);
            }
        }
        Arrays.sort(small);
        Arrays.sort(large);
        return (double) large[ROUNDS / 2] / small[ROUNDS / 2];
    }

    /** The cost of scoring the wording as a multiple of the cost of a scan of the raw text. */
    static double measureWording(List<RuleSource> rules, List<String> texts) {
        List<byte[]> raw = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        WordingScorer scorer = new WordingScorer(WordingModel.bundled());
        long[] scans = new long[ROUNDS];
        long[] scores = new long[ROUNDS];
        try (RuleSet set = RuleCompiler.compile(rules).orThrow();
                Scanner scanner = set.newScanner()) {
            for (int round = 0; round < ROUNDS; round++) {
                scans[round] = measureTime(scanner, raw);
                long start = System.nanoTime();
                texts.forEach(text -> scorer.addPoints(text, false, Facts.NONE));
                scores[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(scans);
        Arrays.sort(scores);
        return (double) scores[ROUNDS / 2] / scans[ROUNDS / 2];
    }

    /** The time to decide that a plain ASCII text needs no folding, in nanoseconds a text. */
    static double foldCheckNanos(List<String> texts) {
        List<byte[]> plain = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(text -> !DisguiseCheck.isSuspect(text))
                .toList();
        long[] rounds = new long[ROUNDS];
        int suspects = 0;
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long start = System.nanoTime();
            for (byte[] text : plain) {
                suspects += DisguiseCheck.isSuspect(text) ? 1 : 0;
            }
            rounds[i % ROUNDS] = System.nanoTime() - start;
        }
        if (suspects > 0) {
            throw new IllegalStateException("the fold check changed its answer for a plain text");
        }
        // The fastest round counts, because other load on the machine only adds time.
        return (double) Arrays.stream(rounds).min().orElseThrow() / plain.size();
    }

    private static long measureTime(Scanner scanner, List<byte[]> texts) {
        long start = System.nanoTime();
        texts.forEach(text -> scanner.scan(text, 0, text.length, RAW));
        return System.nanoTime() - start;
    }
}
