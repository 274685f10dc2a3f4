package dev.winnow.yara;

import java.util.Arrays;
import java.util.List;

/** Reads the result words of winnow_scanner_scan; their layout stands in winnow_yara.h. */
final class ScanWords {

    private final long address;
    private final int size;
    private int at;

    private ScanWords(long address, int size) {
        this.address = address;
        this.size = size;
    }

    static ScanResult.Scanned readWords(long address, int size, List<Rule> rules, int maxSpans) {
        ScanWords words = new ScanWords(address, size);
        List<Rule> incomplete = words.readIncomplete(rules);
        return new ScanResult.Scanned(words.readMatches(rules, maxSpans), incomplete);
    }

    private List<Rule> readIncomplete(List<Rule> rules) {
        Rule[] incomplete = new Rule[nextWord()];
        for (int i = 0; i < incomplete.length; i++) {
            incomplete[i] = rules.get(nextWord());
        }
        return List.of(incomplete);
    }

    private List<Match> readMatches(List<Rule> rules, int maxSpans) {
        Match[] matches = new Match[countMatches()];
        for (int i = 0; i < matches.length; i++) {
            Rule rule = rules.get(nextWord());
            matches[i] = new Match(rule, readSpans(maxSpans));
        }
        return List.of(matches);
    }

    private int countMatches() {
        int count = 0;
        for (int i = at; i < size; i += 2 + 2 * wordAt(i + 1)) {
            count++;
        }
        return count;
    }

    /** Each string's spans are in the order of the text; the spans of all strings together are not, and two strings may share one. */
    private List<ByteSpan> readSpans(int maxSpans) {
        ByteSpan[] spans = new ByteSpan[nextWord()];
        boolean ordered = true;
        for (int i = 0; i < spans.length; i++) {
            spans[i] = new ByteSpan(nextWord(), nextWord());
            ordered &= i == 0 || spans[i - 1].compareTo(spans[i]) < 0;
        }
        if (!ordered) {
            spans = Arrays.stream(spans).sorted().distinct().toArray(ByteSpan[]::new);
        }
        return List.of(spans.length > maxSpans ? Arrays.copyOf(spans, maxSpans) : spans);
    }

    private int nextWord() {
        return wordAt(at++);
    }

    private int wordAt(int index) {
        return Yara.intAt(address + (long) index * Integer.BYTES);
    }
}
