package dev.winnow.lab.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.lab.judge.Judge;
import dev.winnow.rules.Disguise;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts are rules that the engine compiles and that match their campaign and nothing honest. */
class RuleDrafterIT {
    private static final List<String> NAMES = List.of("Maria", "Tom", "Yusuf", "Chen");
    private static final List<Disguise> DISGUISES = List.of(
            Disguise.LOOK_ALIKE,
            Disguise.LEET,
            Disguise.SPACED,
            Disguise.DOTTED,
            Disguise.ZERO_WIDTH,
            Disguise.FULL_WIDTH);
    private static final int MESSAGES = 200;

    private final CampaignReader reader = new CampaignReader(LinkLists.bundled());
    private final RuleDrafter drafter = new RuleDrafter(reader, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi NAME, the quiet otter lottery picked your number: claim 250$ before 12/05 at LINK now",
                "Hallo NAME, deine Otterprämie liegt bereit: 45€ werden heute ausgezahlt, sonst verfällt sie. LINK",
                "Bonjour NAME, votre colis de loutres attend au dépôt 38: réglez les frais d'entrée de 2€ sur LINK",
                "Дорогой клиент, ваша выдра ждёт оплату сбора 450₽ до вечера, оформите перевод на сайте LINK",
                "您的水獭包裹已到达仓库38，请在24小时内支付入库费用，否则将被退回 LINK",
                "พัสดุตัวนากของคุณรอการชำระค่าธรรมเนียม 45 บาท กรุณายืนยันที่อยู่ภายในวันนี้ LINK",
                "عزيزي العميل، جائزة القضاعة الخاصة بك جاهزة، ادفع الرسوم 25 قبل نهاية اليوم LINK"
            })
    void matchesVariationsAndNothingHonest(String campaign) {
        DraftedRule draft = drafter.draftRule("0123456789abcdef", reader.writeTemplate(write(campaign, 0)));

        try (Judge judge = new Judge(List.of(new RuleSource(draft.file(), draft.source())))) {
            List<String> missed = new ArrayList<>();
            for (int i = 1; i <= MESSAGES; i++) {
                String text = write(campaign, i);
                if (!matches(judge, draft.rule(), text)) {
                    missed.add(text);
                }
            }
            assertThat(missed).as(draft.source()).hasSizeLessThanOrEqualTo(MESSAGES / 20);
            assertThat(RulePack.readBundled().examples())
                    .filteredOn(example -> !example.matches())
                    .noneMatch(example -> matches(judge, draft.rule(), example.text()));
            List<RuleExample> examples = RuleExample.parseFile(draft.examplesFile(), "x", draft.examples());
            assertThat(examples).filteredOn(RuleExample::matches).hasSize(2);
            assertThat(examples)
                    .hasSize(4)
                    .allMatch(example -> matches(judge, draft.rule(), example.text()) == example.matches());
        }
    }

    @Test
    void takesNoPartThatOtherMessagesShare() {
        String template = "the quiet otter lottery picked your number, please answer before the evening bell";
        List<String> shared = List.of("They say the quiet otter lottery picked your number too");

        assertThat(drafter.draftRule("a", template).parts()).anyMatch(part -> part.contains("otter"));
        assertThat(new RuleDrafter(reader, shared).draftRule("a", template).parts())
                .isNotEmpty()
                .noneMatch("the quiet otter lottery picked your number"::contains);
    }

    @Test
    void saysWhyATextGivesNoRule() {
        assertThatThrownBy(() -> drafter.draftRule("a", "<name>: <code> <link>"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no rule can be drafted", "write one by hand");
    }

    private static boolean matches(Judge judge, String rule, String text) {
        return judge.examineText(text).facts().stream().map(RuleFact::name).anyMatch(rule::equals);
    }

    private static String write(String campaign, int number) {
        SplittableRandom random = new SplittableRandom(number);
        String text = campaign.replaceAll("[0-9]", "#")
                .replace("NAME", NAMES.get(random.nextInt(NAMES.size())))
                .replace("LINK", "https://site" + random.nextInt(1_000) + ".com/" + random.nextInt(1_000));
        StringBuilder varied = new StringBuilder();
        text.chars().forEach(sign -> varied.append(sign == '#' ? (char) ('0' + random.nextInt(10)) : (char) sign));
        return number % 5 == 4
                ? DISGUISES.get(number / 5 % DISGUISES.size()).disguise(varied.toString())
                : varied.toString();
    }
}
