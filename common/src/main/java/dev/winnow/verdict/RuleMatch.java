package dev.winnow.verdict;

import java.util.List;

/**
 * A matched rule and its contribution to the verdict. Immutable; any thread.
 *
 * @param rule the rule's identifier
 * @param title the meaning of the rule, for a reader
 * @param weight the rule's part of the score; a negative weight speaks for the message
 * @param view the form of the text that the rule matched
 * @param spans at most {@value #MAX_SPANS} matches, in code points of the submitted text; empty for a rule without text strings
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
