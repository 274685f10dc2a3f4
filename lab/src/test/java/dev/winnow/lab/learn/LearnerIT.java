package dev.winnow.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lab.judge.Judge;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerIT {
    private static final LearnOptions OPTIONS = new LearnOptions(7, 200, 60);

    @Test
    void writesRulesThatJudgeLikeTheTrainingSet() {
        LearntRules learnt = new Learner(messages(), OPTIONS).learnRules();
        try (Judge judge = new Judge(List.of(new RuleSource(LearntRules.FILE, learnt.toSource())))) {
            assertThat(category(judge, "win a free prize now, call 08001234567"))
                    .isEqualTo(Category.JUNK);
            assertThat(category(judge, "are you at home tonight")).isEqualTo(Category.CLEAN);
            assertThat(category(judge, "наша встреча")).isEqualTo(Category.CLEAN);
        }
    }

    @Test
    void learnsTheSameRulesForASeed() {
        String once = new Learner(messages(), OPTIONS).learnRules().toSource();
        String again = new Learner(messages(), OPTIONS).learnRules().toSource();
        assertThat(again).isEqualTo(once).contains("weight = ");
    }

    @Test
    void keepsRulesAndWeightsWithinTheirLimits() {
        LearntRules learnt = new Learner(messages(), new LearnOptions(1, 5, 9)).learnRules();
        assertThat(learnt.rules())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5)
                .allMatch(rule -> Math.abs(rule.weight()) <= 9);
    }

    private static Category category(Judge judge, String text) {
        return judge.judgeText(text, null, TenantSettings.DEFAULT).category();
    }

    private static List<LabelledMessage> messages() {
        List<LabelledMessage> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            messages.add(new LabelledMessage("spam", "win a free prize now, call 0800" + (1_000_000 + i)));
            messages.add(new LabelledMessage("spam", "free ringtone, text tone to 8" + (1_000 + i)));
            messages.add(new LabelledMessage("ham", "are you at home tonight or at work " + i));
            messages.add(new LabelledMessage("ham", "see you later, bring milk " + i));
            messages.add(new LabelledMessage("ham", "ok " + i));
        }
        return messages;
    }
}
