package dev.winnow.lab.evaluate;

import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.CorpusMessage;
import dev.winnow.rules.Disguise;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows how much junk each disguise hides. */
final class DisguiseReport {
    private static final int ROWS = 600;

    private DisguiseReport() {}

    /** Disguises junk of the test half and compares the recall with that of the plain texts, in points. */
    static void printLosses(JudgedMessages tests, Supplier<Judge> judges, EvaluationFigures figures, PrintWriter out) {
        List<String> texts = tests.select(CorpusMessage::isJunk).rows().stream()
                .map(row -> row.message().text())
                .limit(ROWS)
                .toList();
        try (Judge judge = judges.get()) {
            double plain = recall(texts, judge);
            out.printf(Locale.ROOT, "%ndisguises, %d junk texts, plain %.1f %%%n", texts.size(), 100 * plain);
            for (Disguise disguise : Disguise.values()) {
                double hidden = recall(texts.stream().map(disguise::disguise).toList(), judge);
                String name = disguise.name().toLowerCase(Locale.ROOT).replace('_', '-');
                figures.atMost("points-lost-to-" + name, 100 * (plain - hidden), 2);
            }
        }
    }

    private static double recall(List<String> texts, Judge judge) {
        return Proportion.of(
                        texts,
                        text -> judge.judgeText(text, null, TenantSettings.DEFAULT)
                                        .category()
                                == Category.JUNK)
                .share();
    }
}
