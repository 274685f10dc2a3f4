package dev.winnow.worker.scan;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.campaign.WaveMessage;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a judged message to the counters of campaigns: without its text, and with domains and a template only if the tenant consents. */
final class CampaignCount {
    private CampaignCount() {}

    static void countMessage(
            WaveCounters waves,
            Fingerprint fingerprint,
            MessageText read,
            @Nullable String sender,
            long id,
            String tenant,
            TenantSettings settings,
            Verdict.Judged judged) {
        HistoryConsent consent = settings.history();
        boolean mayKeep = consent != null && consent.includes(id);
        waves.countMessage(new WaveMessage(
                fingerprint,
                tenant,
                sender,
                judged.category(),
                listDeciding(judged.matches()),
                read.hasLink(),
                mayKeep ? read.listDomains() : List.of(),
                mayKeep && waves.wantsTemplate(fingerprint) ? read.writeTemplate() : null));
    }

    private static List<String> listDeciding(List<RuleMatch> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        List<String> rules = new ArrayList<>(matches.size());
        for (RuleMatch match : matches) {
            if (match.weight() != 0) {
                rules.add(match.rule());
            }
        }
        return rules;
    }
}
