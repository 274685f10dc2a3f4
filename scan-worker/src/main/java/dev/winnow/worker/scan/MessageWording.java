package dev.winnow.worker.scan;

import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import dev.winnow.worker.scan.wording.WordingModel;
import dev.winnow.worker.scan.wording.WordingScorer;
import dev.winnow.yara.ByteSpan;
import dev.winnow.yara.CodePointRange;
import dev.winnow.yara.Facts;
import dev.winnow.yara.Variable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about one message before the scan, with the points of its wording and their places. One thread. */
final class MessageWording {
    private final WordingScorer scorer;
    private final String text;
    private final @Nullable FoldedText folded;
    private final Facts facts;

    /**
     * Scores a message.
     *
     * @param known the facts about its links, and its lists
     */
    MessageWording(WordingScorer scorer, MessageText read, Facts known) {
        this.scorer = scorer;
        this.text = read.plain();
        this.folded = read.folded();
        this.facts = scorer.addPoints(text, read.isFolded(), known);
    }

    Facts facts() {
        return facts;
    }

    /** The places of the raw text that add most to the points of a variable, in the order of the text; none for other variables. */
    List<Span> findPlaces(Variable variable) {
        WordingModel.Head head = WordingModel.Head.find(variable).orElse(null);
        if (head == null) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (WordingScorer.Contribution part : scorer.listContributions(text, folded != null, facts, head)) {
            boolean isPlace = part.end() > part.start();
            if (part.points() > 0 && isPlace && spans.size() < RuleMatch.MAX_SPANS) {
                addSpan(toRawSpan(part.start(), part.end()), spans);
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return spans;
    }

    private static void addSpan(Span span, List<Span> spans) {
        boolean apart = spans.stream().allMatch(other -> span.end() < other.start() || other.end() < span.start());
        if (apart && span.end() > span.start()) {
            spans.add(span);
        }
    }

    private Span toRawSpan(int start, int end) {
        if (folded == null) {
            int first = text.codePointCount(0, start);
            return new Span(first, first + text.codePointCount(start, end));
        }
        int offset = utf8Length(0, start);
        CodePointRange range = folded.rawCodePoints(new ByteSpan(offset, utf8Length(start, end)));
        return new Span(range.start(), range.end());
    }

    private int utf8Length(int start, int end) {
        return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
