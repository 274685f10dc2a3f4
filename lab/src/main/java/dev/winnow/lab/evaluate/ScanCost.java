package dev.winnow.lab.evaluate;

import dev.winnow.worker.scan.DisguiseCheck;
import dev.winnow.worker.scan.spelling.Vocabulary;
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
import java.util.function.Consumer;

/** Measures the cost of more rules: scans of the raw text with both sets, interleaved, by the medians of the rounds. */
final class ScanCost {
    private static final int ROUNDS = 9;
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
        WordingScorer scorer = new WordingScorer(WordingModel.bundled());
        return measureShare(rules, texts, text -> scorer.addPoints(text, false, Facts.NONE));
    }

    /** The cost of looking for disguises as a multiple of the cost of a scan of the raw text. */
    static double measureFoldCheck(List<RuleSource> rules, List<String> texts) {
        Vocabulary vocabulary = Vocabulary.bundled();
        List<String> plain = texts.stream()
                .filter(text -> !DisguiseCheck.isSuspect(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return measureShare(
                rules, plain, text -> DisguiseCheck.mayBeDisguised(text.getBytes(StandardCharsets.UTF_8), vocabulary));
    }

    private static double measureShare(List<RuleSource> rules, List<String> texts, Consumer<String> work) {
        List<byte[]> raw = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        long[] scans = new long[ROUNDS];
        long[] works = new long[ROUNDS];
        try (RuleSet set = RuleCompiler.compile(rules).orThrow();
                Scanner scanner = set.newScanner()) {
            for (int round = 0; round < ROUNDS; round++) {
                scans[round] = measureTime(scanner, raw);
                long start = System.nanoTime();
                texts.forEach(work);
                works[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(scans);
        Arrays.sort(works);
        return (double) works[ROUNDS / 2] / scans[ROUNDS / 2];
    }

    private static long measureTime(Scanner scanner, List<byte[]> texts) {
        long start = System.nanoTime();
        texts.forEach(text -> scanner.scan(text, 0, text.length, RAW));
        return System.nanoTime() - start;
    }
}
