package dev.winnow.lab.evaluate;

import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.CorpusMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Messages with the verdicts that they got. Immutable; any thread. */
record JudgedMessages(List<Row> rows) {
    /** A message and its verdict. */
    record Row(CorpusMessage message, Verdict.Judged verdict) {
        boolean isCalledJunk() {
            return verdict.category() == Category.JUNK;
        }

        boolean isCalledJunkOrPromotion() {
            return isCalledJunk() || verdict.category() == Category.PROMOTION;
        }
    }

    JudgedMessages {
        rows = List.copyOf(rows);
    }

    static JudgedMessages judgeAll(List<CorpusMessage> messages, Judge judge) {
        List<Row> rows = new ArrayList<>();
        for (CorpusMessage message : messages) {
            rows.add(new Row(message, judge.judgeText(message.text(), null, TenantSettings.DEFAULT)));
        }
        return new JudgedMessages(rows);
    }

    JudgedMessages select(Predicate<CorpusMessage> chosen) {
        return new JudgedMessages(
                rows.stream().filter(row -> chosen.test(row.message())).toList());
    }

    Proportion countJunk() {
        return Proportion.of(rows, Row::isCalledJunk);
    }

    Proportion countJunkOrPromotion() {
        return Proportion.of(rows, Row::isCalledJunkOrPromotion);
    }

    Proportion countAs(Category category) {
        return Proportion.of(rows, row -> row.verdict().category() == category);
    }

    /** The share that would be junk with another threshold. */
    Proportion countJunkAt(int threshold) {
        return Proportion.of(
                rows,
                row -> row.verdict().decidedBy() == DecidedBy.SCORE
                        && row.verdict().score() >= threshold);
    }

    Scores toScores() {
        boolean[] junk = new boolean[rows.size()];
        for (int i = 0; i < junk.length; i++) {
            junk[i] = rows.get(i).message().isJunk();
        }
        Scores scores = new Scores(junk);
        for (int i = 0; i < junk.length; i++) {
            Row row = rows.get(i);
            boolean shielded = row.verdict().decidedBy() == DecidedBy.PROTECTED;
            scores.recordScore(i, shielded ? 0 : row.verdict().score(), row.isCalledJunk());
        }
        return scores;
    }
}
