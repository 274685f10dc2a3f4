package dev.winnow.console.campaigns;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.lab.draft.DraftedRule;
import dev.winnow.lab.draft.RuleDrafter;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.link.LinkLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a rule from a campaign: from the parts of its template that are rare in the bundled honest examples and in the latest messages of
 * the history. Nothing is stored. Calls block; any thread.
 */
public final class DraftDesk {
    /** The most messages of the history that a template is compared with, give or take a page. */
    static final int MAX_READ = 10_000;

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration MAX_TIME = Duration.ofSeconds(5);

    private final CampaignDesk campaigns;
    private final MessageHistory history;
    private final AuditTrail trail;
    private final Clock clock;
    private final CampaignReader reader = new CampaignReader(LinkLists.bundled());

    public DraftDesk(CampaignDesk campaigns, MessageHistory history, AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param rule the rule with its examples
     * @param compared the messages of the history that the template was compared with
     */
    public record Draft(DraftedRule rule, int compared) {}

    /**
     * Drafts a rule.
     *
     * @throws OpsException 404 if there is no such campaign, 409 if its text is not known or has no rare part; says what to do
     */
    public Draft draftRule(Operator by, String id) {
        by.require(Role.OPERATOR);
        Campaign campaign = campaigns.require(id);
        String template = campaign.template();
        if (template == null) {
            throw OpsException.conflict(
                    "No tenant that keeps a history has had a message of this campaign, so its text is not known:"
                            + " let a tenant consent (winnow tenant set TENANT --history DAYS) and wait for the next message.");
        }
        trail.record(by, "draft rule", id, "");
        List<String> others = readOthers(campaign.fingerprint());
        return new Draft(
                OpsException.answer(() -> new RuleDrafter(reader, others).draftRule(id, template)), others.size());
    }

    /** Reads the latest messages that are not of the campaign, back hour by hour. */
    private List<String> readOthers(Fingerprint campaign) {
        Instant end = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
        Instant oldest = end.minus(BACK);
        long deadline = System.nanoTime() + MAX_TIME.toNanos();
        List<String> others = new ArrayList<>();
        while (end.isAfter(oldest)) {
            Instant start = end.minus(1, ChronoUnit.HOURS);
            @Nullable String cursor = MessageHistory.START;
            while (cursor != null) {
                if (others.size() >= MAX_READ || System.nanoTime() - deadline >= 0) {
                    return others;
                }
                MessageHistory.Page page = history.readPage(start, end, cursor);
                page.messages().stream()
                        .map(DraftDesk::textOf)
                        .filter(text -> !isOf(campaign, text))
                        .forEach(others::add);
                cursor = page.next();
            }
            end = start;
        }
        return others;
    }

    private boolean isOf(Fingerprint campaign, String text) {
        Fingerprint fingerprint = reader.readFingerprint(text);
        return fingerprint != null && fingerprint.isNear(campaign);
    }

    private static String textOf(KeptMessage kept) {
        return kept.message().message().text();
    }
}
