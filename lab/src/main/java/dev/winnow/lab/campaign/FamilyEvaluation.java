package dev.winnow.lab.campaign;

import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.rules.Disguise;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.link.LinkLists;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Measures whether rows of one family, plain and in each of six disguises, are put into one campaign, and whether chat is not. */
final class FamilyEvaluation {
    private static final List<Disguise> DISGUISES = List.of(
            Disguise.LOOK_ALIKE,
            Disguise.LEET,
            Disguise.SPACED,
            Disguise.DOTTED,
            Disguise.ZERO_WIDTH,
            Disguise.FULL_WIDTH);

    private static final int LARGE_GROUP = 10;

    private final CampaignReader reader = new CampaignReader(LinkLists.bundled());
    private final PrintWriter out;
    private final EvaluationFigures figures;

    FamilyEvaluation(PrintWriter out, EvaluationFigures figures) {
        this.out = out;
        this.figures = figures;
    }

    void evaluatePairs(Corpus corpus) {
        PairCount pairs = new PairCount();
        int leftOut = 0;
        for (LabelledMessage message : corpus.messages()) {
            String text = message.text();
            if (TemplateFamily.isDisguised(text)) {
                leftOut++;
                continue;
            }
            String family = TemplateFamily.nameFamily(text);
            pairs.add(family, reader.readFingerprint(text));
            DISGUISES.forEach(disguise -> pairs.add(family, reader.readFingerprint(disguise.disguise(text))));
        }
        out.printf(
                Locale.ROOT,
                "%s: %d rows, %d of them in disguise already and left out%n",
                corpus.name(),
                corpus.messages().size(),
                leftOut);
        figures.atLeast("campaign-pair-precision", pairs.precision(), 0.995);
        figures.atLeast("campaign-pair-recall", pairs.recall(), 0.9);
    }

    void evaluateChat(Corpus corpus) {
        PairCount pairs = new PairCount();
        List<String> chat = corpus.messages().stream()
                .filter(message -> message.label().equals("ham"))
                .map(LabelledMessage::text)
                .toList();
        chat.forEach(text -> pairs.add(lettersOf(text), reader.readFingerprint(text)));
        long inGroups = pairs.groups().stream()
                .filter(group -> group.size() >= LARGE_GROUP && new HashSet<>(group).size() > 1)
                .mapToLong(List::size)
                .sum();
        figures.atMost("campaign-chat-in-groups", (double) inGroups / chat.size(), 0.005);
    }

    /** The letters of a text, by which repeats of one text are equal. */
    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }
}
