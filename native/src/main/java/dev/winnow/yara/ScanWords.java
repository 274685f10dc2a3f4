package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;

/** Reads the result words of winnow_scanner_scan; their layout stands in winnow_yara.h. */
final class ScanWords {

    private ScanWords() {}

    static ScanResult.Scanned read(int[] words, List<Rule> rules, int maxSpans) {
        int at = 1;
        List<Rule> incomplete = new ArrayList<>(words[0]);
        for (; at <= words[0]; at++) {
            incomplete.add(rules.get(words[at]));
        }
        List<Match> matches = new ArrayList<>();
        while (at < words.length) {
            Rule rule = rules.get(words[at]);
            int count = words[at + 1];
            matches.add(new Match(rule, spans(words, at + 2, count, maxSpans)));
            at += 2 + 2 * count;
        }
        return new ScanResult.Scanned(matches, incomplete);
    }

    private static List<Span> spans(int[] words, int start, int count, int maxSpans) {
        List<Span> spans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            spans.add(new Span(words[start + 2 * i], words[start + 2 * i + 1]));
        }
        return spans.stream().sorted().distinct().limit(maxSpans).toList();
    }
}
