package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.campaign.InMemoryCampaignLog;
import dev.winnow.campaign.VerdictMix;
import dev.winnow.campaign.Wave;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CampaignCountIT {
    private static final TenantSettings CONSENTS = TenantSettings.DEFAULT.withHistory(new HistoryConsent(7, 1));

    private final InMemoryCampaignLog log = new InMemoryCampaignLog();
    private final WaveCounters waves = new WaveCounters(log, Clock.systemUTC());
    private final ActiveRules rules = new ActiveRules(
            RuleCompiler.compile(List.of(new RuleSource("test", """
                                            rule fee { meta: category = "junk" weight = 60 strings: $a = "customs fee" nocase condition: $a }
                                            """))).orThrow(), MessageScanners.SCAN_OPTIONS);
    private final MessageScanner scanner =
            new MessageScanners(() -> rules, LinkLists::bundled, _ -> RuleCompanions.NONE, null, waves).openScanner();

    @AfterEach
    void close() {
        scanner.close();
        rules.close();
    }

    @Test
    void countsACampaignWithoutItsTexts() {
        for (int i = 0; i < 4; i++) {
            scan(i, TenantSettings.DEFAULT);
        }
        waves.flush();
        scan(4, TenantSettings.DEFAULT);
        waves.flush();

        assertThat(reportedWaves()).hasSize(2);
        Wave first = reportedWaves().getFirst();
        assertThat(first.verdicts()).isEqualTo(new VerdictMix(4, 0, 0, 0));
        assertThat(first.withLink()).isEqualTo(4);
        assertThat(first.rules()).containsExactly(Map.entry("fee", 4L));
        assertThat(first.senders().estimate()).isEqualTo(4);
        assertThat(reportedWaves()).allSatisfy(wave -> {
            assertThat(wave.template()).isNull();
            assertThat(wave.domains()).isEmpty();
        });
    }

    @Test
    void keepsATemplateAndDomainsOfATenantThatConsents() {
        for (int i = 0; i < 3; i++) {
            scan(i, CONSENTS);
        }
        waves.flush();
        scan(3, CONSENTS);
        waves.flush();

        Wave last = reportedWaves().getLast();
        assertThat(last.template())
                .isEqualTo("Hi <name>, your parcel is held: pay the customs fee of <amount> at <link> today");
        assertThat(reportedWaves().getFirst().domains()).hasSize(3).containsEntry("post-0.top", 1L);
    }

    @Test
    void leavesAMessageOutOfTheShareThatATenantConsentsTo() {
        TenantSettings none = TenantSettings.DEFAULT.withHistory(new HistoryConsent(7, 0));
        for (int i = 0; i < 3; i++) {
            scan(i, none);
        }
        waves.flush();
        scan(3, none);
        waves.flush();

        assertThat(reportedWaves().getLast().template()).isNull();
        assertThat(reportedWaves().getLast().domains()).isEmpty();
    }

    private void scan(int number, TenantSettings settings) {
        String name = List.of("Anna", "Bob", "Carla", "David", "Eve").get(number);
        String text = "Hi %s, your parcel is held: pay the customs fee of $%d.99 at http://post-%d.top/p today"
                .formatted(name, number, number);
        SmsMessage message =
                new SmsMessage(text, "+1555" + number, Channel.SMS, null, null, null, Priority.LIVE, false);
        scanner.scanMessage(message, number, "acme", settings);
    }

    private List<Wave> reportedWaves() {
        return log.listReports(Instant.EPOCH, Instant.now().plusSeconds(60)).stream()
                .flatMap(report -> report.waves().stream())
                .toList();
    }
}
