package dev.winnow.worker.scan;

import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.campaign.WaveMessage;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.rules.RuleExample;
import dev.winnow.verdict.Category;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.ActiveRules;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans the examples of rules. Stateless. */
public final class ExampleScan {
    private ExampleScan() {}

    /** Scans an example; one with a wave after as many messages of its wording as the wave has. */
    public static Examination scanExample(RuleExample example, ActiveRules rules, LinkLists lists) {
        RuleExample.Wave wave = example.wave().orElse(null);
        WaveCounters counters = wave == null ? null : countWave(wave, example.text(), lists);
        String sender = wave == null || wave.sender().isEmpty() ? null : wave.sender();
        try (MessageScanner scanner =
                new MessageScanners(() -> rules, () -> lists, _ -> RuleCompanions.NONE, null, counters).openScanner()) {
            return scanner.examineMessage(
                    new SmsMessage(example.text(), sender, Channel.SMS, null, null, null, Priority.LIVE, false));
        }
    }

    /** Counters that have seen the wave; none for a text that is too short to have a campaign. */
    private static @Nullable WaveCounters countWave(RuleExample.Wave wave, String text, LinkLists lists) {
        Fingerprint fingerprint = MessageText.readText(text, lists).computeFingerprint();
        if (fingerprint == null) {
            return null;
        }
        WaveCounters counters = new WaveCounters(CampaignLog.NONE, Clock.systemUTC());
        for (int i = 0; i < wave.messages(); i++) {
            counters.countMessage(new WaveMessage(
                    fingerprint,
                    "tenant-" + i % wave.tenants(),
                    "+" + i % wave.senders(),
                    Category.CLEAN,
                    List.of(),
                    true,
                    List.of(),
                    null));
        }
        counters.flush();
        return counters;
    }
}
