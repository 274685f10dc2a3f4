package dev.winnow.lab.backtest;

import dev.winnow.feedback.Feedback;
import dev.winnow.history.KeptMessage;
import dev.winnow.lab.backtest.BacktestReport.Change;
import dev.winnow.lab.backtest.BacktestReport.Example;
import dev.winnow.lab.backtest.BacktestReport.RuleLine;
import dev.winnow.message.Envelope;
import dev.winnow.statistics.Precision;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The changes among some messages. One thread at a time. */
final class BacktestTally {
    private static final int MAX_EXAMPLES = 20;
    private static final String JUNK = Category.JUNK.token();

    private record Way(String from, String to) {}

    /** The messages that change in one way; the examples are those with the smallest hashes, whatever the order of messages. */
    private static final class Changed {
        private long count;
        private final TreeMap<Long, Example> examples = new TreeMap<>(Long::compareUnsigned);

        void addExample(long hash, Example example) {
            examples.put(hash, example);
            if (examples.size() > MAX_EXAMPLES) {
                examples.pollLastEntry();
            }
        }
    }

    private long messages;
    private long opinions;
    private long newJunkOnHam;
    private long missedJunk;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private final Map<Way, Changed> changes = new HashMap<>();

    void add(KeptMessage message, Verdict live, Verdict candidate, List<Feedback.Label> labels) {
        messages++;
        addTime(message.acceptedAt());
        String from = categoryOf(live);
        String to = categoryOf(candidate);
        countOpinions(from, to, labels);
        if (!from.equals(to)) {
            Changed changed = changes.computeIfAbsent(new Way(from, to), _ -> new Changed());
            changed.count++;
            changed.addExample(
                    Envelope.hashOf(message.envelope(), message.slot()) * 0x9e3779b97f4a7c15L,
                    new Example(
                            message.tenant(),
                            message.acceptedAt(),
                            message.message().message().text(),
                            scoreOf(live),
                            matchesOf(live),
                            scoreOf(candidate),
                            matchesOf(candidate)));
        }
    }

    void addAll(BacktestTally other) {
        messages += other.messages;
        opinions += other.opinions;
        newJunkOnHam += other.newJunkOnHam;
        missedJunk += other.missedJunk;
        if (other.first != null && other.last != null) {
            addTime(other.first);
            addTime(other.last);
        }
        other.changes.forEach((way, more) -> {
            Changed changed = changes.computeIfAbsent(way, _ -> new Changed());
            changed.count += more.count;
            more.examples.forEach(changed::addExample);
        });
    }

    BacktestReport toReport(RuleSums live, RuleSums candidate) {
        List<Change> ways = new ArrayList<>();
        changes.forEach((way, changed) ->
                ways.add(new Change(way.from(), way.to(), changed.count, List.copyOf(changed.examples.values()))));
        ways.sort(Comparator.comparingLong((Change change) -> -change.count())
                .thenComparing(Change::from)
                .thenComparing(Change::to));
        return new BacktestReport(
                messages, first, last, opinions, newJunkOnHam, missedJunk, ways, compareRules(live, candidate));
    }

    private static List<RuleLine> compareRules(RuleSums live, RuleSums candidate) {
        TreeSet<String> names = new TreeSet<>(live.rules().keySet());
        names.addAll(candidate.rules().keySet());
        List<RuleLine> lines = new ArrayList<>();
        for (String name : names) {
            RuleCounts before = live.countsOf(name);
            RuleCounts after = candidate.countsOf(name);
            if (!before.equals(RuleCounts.NONE) || !after.equals(RuleCounts.NONE)) {
                Precision precision = after.precision();
                lines.add(new RuleLine(name, before, after, precision.opinions() == 0 ? null : precision));
            }
        }
        lines.sort(
                Comparator.comparingLong((RuleLine line) -> -line.difference()).thenComparing(RuleLine::rule));
        return lines;
    }

    private void countOpinions(String from, String to, List<Feedback.Label> labels) {
        if (labels.isEmpty()) {
            return;
        }
        opinions++;
        long junk = labels.stream().filter(Feedback.Label.JUNK::equals).count();
        long notJunk = labels.size() - junk;
        if (notJunk > junk && !from.equals(JUNK) && to.equals(JUNK)) {
            newJunkOnHam++;
        }
        if (junk > notJunk && from.equals(JUNK) && !to.equals(JUNK)) {
            missedJunk++;
        }
    }

    private void addTime(Instant time) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
    }

    private static String categoryOf(Verdict verdict) {
        return verdict instanceof Verdict.Judged judged ? judged.category().token() : "failed";
    }

    private static int scoreOf(Verdict verdict) {
        return verdict instanceof Verdict.Judged judged ? judged.score() : 0;
    }

    private static List<RuleMatch> matchesOf(Verdict verdict) {
        return verdict instanceof Verdict.Judged judged ? judged.matches() : List.of();
    }
}
