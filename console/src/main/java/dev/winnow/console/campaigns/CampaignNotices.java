package dev.winnow.console.campaigns;

import dev.winnow.campaign.Campaign;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells endpoints that ask for it of each campaign that has just been detected. The event has no text and no domain, because a campaign can
 * have messages of all tenants. The webhook's id is the same each time, so that a receiver recognises a repetition. Blocks; one thread at a time.
 */
public final class CampaignNotices implements Consumer<Campaign> {
    private final EndpointStore endpoints;
    private final DueWebhooks due;
    private final Clock clock;

    public CampaignNotices(EndpointStore endpoints, DueWebhooks due, Clock clock) {
        this.endpoints = endpoints;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void accept(Campaign campaign) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String body = JsonMapper.shared().writeValueAsString(toEvent(campaign, now));
        for (String tenant : endpoints.listSubscribers()) {
            endpoints.listEndpoints(tenant).stream()
                    .filter(endpoint -> endpoint.state() == Endpoint.State.ACTIVE
                            && endpoint.events().contains(EventType.CAMPAIGN_DETECTED))
                    .forEach(endpoint -> due.addDue(
                            new Webhook(
                                    WebhookIds.deriveId(List.of(
                                            tenant,
                                            endpoint.id(),
                                            EventType.CAMPAIGN_DETECTED.token(),
                                            campaign.id(),
                                            campaign.firstSeen().toString())),
                                    tenant,
                                    endpoint.id(),
                                    EventType.CAMPAIGN_DETECTED,
                                    body,
                                    now),
                            now));
        }
    }

    private static Map<String, Object> toEvent(Campaign campaign, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", campaign.id());
        data.put("firstSeen", campaign.firstSeen().toString());
        data.put("lastSeen", campaign.lastSeen().toString());
        data.put("messages", campaign.messages());
        data.put("senders", campaign.senders().estimate());
        data.put("tenants", campaign.tenants().estimate());
        data.put("hasLink", campaign.hasLink());
        data.put("verdicts", campaign.verdicts());
        return Map.of("type", EventType.CAMPAIGN_DETECTED.token(), "timestamp", now.toString(), "data", data);
    }
}
