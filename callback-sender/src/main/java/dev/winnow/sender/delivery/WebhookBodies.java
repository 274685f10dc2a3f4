package dev.winnow.sender.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.message.MessageIds;
import dev.winnow.verdict.Action;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookNotice.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the webhook calls of a notice for an endpoint; the same notice always makes the same calls. Any thread. */
final class WebhookBodies {
    private final MessageIds ids;

    WebhookBodies(MessageIds ids) {
        this.ids = ids;
    }

    /** The thin payload of Standard Webhooks 1.0.0. */
    record Body(String type, Instant timestamp, Object data) {}

    /** One verdict, with the members of {@code GET /v1/messages/{id}} that fit into a thin payload. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String id,
            @Nullable String clientRef,
            String verdict,
            int score,
            Action action,
            String ruleset,
            int revision) {}

    List<Webhook> createWebhooks(WebhookNotice notice, Endpoint endpoint, Instant now) {
        if (!endpoint.wantsEvent(notice.event())) {
            return List.of();
        }
        List<Item> items = notice.items().stream()
                .filter(item -> item.tenant().equals(endpoint.tenant()))
                .toList();
        List<Webhook> calls = new ArrayList<>();
        for (int from = 0; from < items.size(); from += endpoint.batchSize()) {
            calls.add(createWebhook(
                    notice, endpoint, items.subList(from, Math.min(from + endpoint.batchSize(), items.size())), now));
        }
        return calls;
    }

    private Webhook createWebhook(WebhookNotice notice, Endpoint endpoint, List<Item> items, Instant now) {
        List<String> eventIds = items.stream()
                .map(item -> WebhookIds.deriveId(notice, item, endpoint.id()))
                .toList();
        List<Data> data = items.stream().map(item -> toData(notice, item)).toList();
        boolean single = endpoint.batchSize() == 1;
        String type = notice.event().token();
        Body body =
                single ? new Body(type, notice.at(), data.getFirst()) : new Body(type + ".batch", notice.at(), data);
        String id = single
                ? eventIds.getFirst()
                : WebhookIds.deriveId(
                        Stream.concat(Stream.of("batch"), eventIds.stream()).toList());
        return new Webhook(id, endpoint.tenant(), endpoint.id(), notice.event(), WebhookJson.writeValue(body), now);
    }

    private Data toData(WebhookNotice notice, Item item) {
        return new Data(
                ids.issueId(notice.envelope(), item.slot(), item.tenant()).toString(),
                item.clientRef(),
                item.verdict(),
                item.score(),
                item.action(),
                notice.ruleset(),
                notice.revision());
    }
}
