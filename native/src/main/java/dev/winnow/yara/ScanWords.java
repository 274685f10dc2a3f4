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

    static ScanResult.Scanned read(long address, int size, List<Rule> rules, int maxSpans) {
        ScanWords words = new ScanWords(address, size);
        List<Rule> incomplete = words.incomplete(rules);
        return new ScanResult.Scanned(words.matches(rules, maxSpans), incomplete);
    }

    private List<Rule> incomplete(List<Rule> rules) {
        Rule[] incomplete = new Rule[next()];
        for (int i = 0; i < incomplete.length; i++) {
            incomplete[i] = rules.get(next());
        }
        return List.of(incomplete);
    }

    private List<Match> matches(List<Rule> rules, int maxSpans) {
        Match[] matches = new Match[countMatches()];
        for (int i = 0; i < matches.length; i++) {
            Rule rule = rules.get(next());
            matches[i] = new Match(rule, spans(maxSpans));
        }
        return List.of(matches);
    }

    private int countMatches() {
        int count = 0;
        for (int i = at; i < size; i += 2 + 2 * word(i + 1)) {
            count++;
        }
        return count;
    }

    /** Each string's spans are in the order of the text; those of all strings are not, and two strings may share one. */
    private List<Span> spans(int maxSpans) {
        Span[] spans = new Span[next()];
        boolean ordered = true;
        for (int i = 0; i < spans.length; i++) {
            spans[i] = new Span(next(), next());
            ordered &= i == 0 || spans[i - 1].compareTo(spans[i]) < 0;
        }
        if (!ordered) {
            spans = Arrays.stream(spans).sorted().distinct().toArray(Span[]::new);
        }
        return List.of(spans.length > maxSpans ? Arrays.copyOf(spans, maxSpans) : spans);
    }

    private int next() {
        return word(at++);
    }

    private int word(int index) {
        return Yara.intAt(address + (long) index * Integer.BYTES);
    }
}
