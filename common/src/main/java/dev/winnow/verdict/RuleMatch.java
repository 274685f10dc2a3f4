package dev.winnow.verdict;

import java.util.List;

/**
 * A rule that matched and what it contributed. Immutable; any thread.
 *
 * @param rule the rule's identifier
 * @param title what the rule means to a reader
 * @param weight what it adds to the score; negative speaks for the message
 * @param view the form of the text it matched
 * @param spans where, at most {@value #MAX_SPANS}, in code points of the submitted text; empty when the rule has no text strings
 */
public record RuleMatch(String rule, String title, int weight, View view, List<Span> spans) {
    public static final int MAX_SPANS = 4;

    public RuleMatch {
        if (spans.size() > MAX_SPANS) {
            throw new IllegalArgumentException("a match keeps at most " + MAX_SPANS + " spans, got " + spans.size());
        }
        spans = List.copyOf(spans);
    }
}
