package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.campaign.InMemoryCampaignLog;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaveRulesIT {
    private static final List<RuleSource> RULES = List.of(new RuleSource("test.yar", """
            private rule many_senders { condition: wave_senders >= 10 }
            rule wave
            {
              meta:
                category = "junk"
                weight = 60
              condition:
                many_senders and wave_messages >= 20 and link_count > 0
            }
            rule plain { meta: category = "junk" weight = 10 strings: $a = "cinema" condition: $a }
            """));

    private final WaveCounters waves = new WaveCounters(new InMemoryCampaignLog(), Clock.systemUTC());
    private final ActiveRules rules =
            new ActiveRules(RuleCompiler.compile(RULES).orThrow(), MessageScanners.SCAN_OPTIONS);
    private final RuleCompanions companions =
            new RuleCompanions(RuleGates.NONE, NamedLists.NONE, ListQuestions.of(RULES));
    private final MessageScanner scanner =
            new MessageScanners(() -> rules, LinkLists::bundled, _ -> companions, null, waves).openScanner();

    @AfterEach
    void close() {
        scanner.close();
        rules.close();
    }

    @Test
    void matchesOnceATextIsAWaveAndRecordsItsSize() {
        for (int i = 0; i < 30; i++) {
            assertThat(scan(i, TenantSettings.DEFAULT).category()).isEqualTo(Category.CLEAN);
        }
        waves.flush();

        Verdict.Judged verdict = scan(31, TenantSettings.DEFAULT);
        assertThat(verdict.category()).isEqualTo(Category.JUNK);
        assertThat(verdict.matches())
                .extracting(RuleMatch::rule, RuleMatch::title, RuleMatch::weight)
                .contains(tuple("wave:20/20/1", "Part of a wave of at least 20 messages, 20 senders, 1 tenants", 0));
    }

    @Test
    void recordsNothingWhenNoMatchedRuleAsked() {
        for (int i = 0; i < 30; i++) {
            scanText("Shall we all go to the cinema together tomorrow evening then?", i, TenantSettings.DEFAULT);
        }
        waves.flush();

        Verdict.Judged verdict =
                scanText("Shall we all go to the cinema together tomorrow evening then?", 31, TenantSettings.DEFAULT);
        assertThat(verdict.matches()).extracting(RuleMatch::rule).containsExactly("plain");
    }

    @Test
    void callsNoWaveOfAnAllowedSenderJunk() {
        for (int i = 0; i < 30; i++) {
            scan(i, TenantSettings.DEFAULT);
        }
        waves.flush();

        TenantSettings allows = new TenantSettings(50, 15, Set.of("+155531"), Set.of());
        assertThat(scan(31, allows).category()).isNotEqualTo(Category.JUNK);
    }

    private Verdict.Judged scan(int number, TenantSettings settings) {
        return scanText(
                "Your order could not be handed over, choose a new day: http://desk-%d.top/a".formatted(number),
                number,
                settings);
    }

    private Verdict.Judged scanText(String text, int number, TenantSettings settings) {
        SmsMessage message =
                new SmsMessage(text, "+1555" + number, Channel.SMS, null, null, null, Priority.LIVE, false);
        return (Verdict.Judged) scanner.scanMessage(message, number, "acme", settings);
    }
}
