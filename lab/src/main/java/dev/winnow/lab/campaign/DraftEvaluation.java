package dev.winnow.lab.campaign;

import dev.winnow.campaign.Campaign;
import dev.winnow.lab.draft.DraftedRule;
import dev.winnow.lab.draft.RuleDrafter;
import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.lab.judge.Judge;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.RuleSource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Measures whether rules that are drafted from the largest campaigns of a stream match these campaigns and no honest
 * message. Campaigns whose text is in disguise already in the corpus are left out, as the stream puts other digits in the place of its letters. So
 * are campaigns that were over before a worker asked for their template, which takes ten seconds.
 */
final class DraftEvaluation {
    private static final int LARGEST = 10;
    private static final int MESSAGES = 500;

    private final RuleDrafter drafter = new RuleDrafter(new CampaignReader(LinkLists.bundled()), List.of());
    private final List<String> ham;
    private final PrintWriter out;
    private final EvaluationFigures figures;

    DraftEvaluation(List<String> ham, PrintWriter out, EvaluationFigures figures) {
        this.ham = ham;
        this.out = out;
        this.figures = figures;
    }

    /**
     * Drafts the rules and measures them.
     *
     * @param found what the list shows of each hidden campaign
     */
    void evaluateDrafts(Map<HiddenCampaign, Campaign> found) {
        List<Map.Entry<HiddenCampaign, Campaign>> largest = found.entrySet().stream()
                .filter(entry -> !TemplateFamily.isDisguised(entry.getKey().text()))
                .filter(entry -> entry.getValue().template() != null)
                .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(b.messages(), a.messages())))
                .limit(LARGEST)
                .toList();
        List<RuleSource> sources = new ArrayList<>();
        for (Map.Entry<HiddenCampaign, Campaign> entry : largest) {
            draftRule(entry.getValue(), sources);
        }
        double least = sources.size() < LARGEST ? 0 : 1;
        Set<String> hitOnHam = new HashSet<>();
        if (!sources.isEmpty()) {
            try (Judge judge = new Judge(sources)) {
                for (Map.Entry<HiddenCampaign, Campaign> entry : largest) {
                    least = Math.min(least, measureRecall(judge, entry.getKey(), nameRule(entry.getValue())));
                }
                ham.stream().filter(text -> !listHits(judge, text).isEmpty()).forEach(hitOnHam::add);
            }
        }
        out.printf(
                Locale.ROOT,
                "drafts: %d rules of the %d largest campaigns, %d ham%n",
                sources.size(),
                largest.size(),
                ham.size());
        figures.atLeast("campaign-draft-recall-least", least, 0.95);
        figures.atMost("campaign-draft-hits-on-ham", hitOnHam.size(), 0);
    }

    private void draftRule(Campaign campaign, List<RuleSource> sources) {
        String template = campaign.template();
        if (template == null) {
            return;
        }
        try {
            DraftedRule rule = drafter.draftRule(campaign.id(), template);
            sources.add(new RuleSource(rule.file(), rule.source()));
        } catch (IllegalStateException e) {
            out.printf("drafts: %s: %s%n", campaign.id(), e.getMessage());
        }
    }

    private double measureRecall(Judge judge, HiddenCampaign campaign, String rule) {
        SplittableRandom random = new SplittableRandom(campaign.number());
        int hits = 0;
        for (int i = 0; i < MESSAGES; i++) {
            hits += listHits(judge, campaign.writeMessage(random)).contains(rule) ? 1 : 0;
        }
        double recall = (double) hits / MESSAGES;
        out.printf(Locale.ROOT, "drafts: %s matches %.3f of its campaign%n", rule, recall);
        return recall;
    }

    private static String nameRule(Campaign campaign) {
        return "campaign_" + campaign.id();
    }

    private static Set<String> listHits(Judge judge, String text) {
        return judge.examineText(text).facts().stream().map(RuleFact::name).collect(Collectors.toSet());
    }
}
