package dev.winnow.worker.notices;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.Action;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Scan;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookNotice.Item;
import dev.winnow.webhook.WebhookQueue;
import dev.winnow.worker.poll.VerdictListener;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Puts one notice an envelope on the callback queue, if it carries a message of a tenant that wants to be told. */
public final class WebhookNotices implements VerdictListener, AutoCloseable {
    /** How long a worker may take to hear of the first endpoint of a tenant. */
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private static final String UNKNOWN = "unknown";

    private final SubscribedTenants subscribed;
    private final WebhookQueue queue;

    public WebhookNotices(EndpointStore endpoints, WebhookQueue queue) {
        this.subscribed = SubscribedTenants.start(endpoints, REFRESH);
        this.queue = queue;
    }

    @Override
    public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        announceVerdicts(EventType.MESSAGE_VERDICT, VerdictListener.messagesOf(envelope), verdicts, _ -> true);
    }

    /** All slots that ever were scanned again: which ones this delivery changed is not known after a crash. */
    @Override
    public void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts) {
        announceVerdicts(
                EventType.VERDICT_CHANGED,
                messages,
                verdicts,
                slot -> verdicts.slots().get(slot).rescan() != null);
    }

    boolean announcesTo(String tenant) {
        return subscribed.mayContain(tenant);
    }

    private void announceVerdicts(
            EventType event, Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts, IntPredicate told) {
        List<Integer> slots = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        messages.forEach((slot, message) -> {
            if (announcesTo(message.tenant()) && told.test(slot)) {
                slots.add(slot);
                items.add(toItem(slot, message, verdicts.slots().get(slot)));
            }
        });
        if (slots.isEmpty()) {
            return;
        }
        Scan scan = verdicts.scanOf(slots.getFirst());
        queue.sendNotice(new WebhookNotice(
                verdicts.envelope(),
                verdicts.revision(),
                event,
                scan.ruleset(),
                scan.at().truncatedTo(ChronoUnit.MILLIS),
                items));
    }

    private static Item toItem(int slot, Envelope.Slot message, SlotVerdict verdict) {
        return switch (verdict.verdict()) {
            case Verdict.Judged judged ->
                toItem(slot, message, verdict, judged.category().token(), judged.score(), Action.of(judged));
            case Verdict.Failed _ -> toItem(slot, message, verdict, UNKNOWN, 0, Action.NONE);
            case Verdict.Expired _ -> toItem(slot, message, verdict, UNKNOWN, 0, Action.NONE);
        };
    }

    private static Item toItem(
            int slot, Envelope.Slot message, SlotVerdict stored, String verdict, int score, Action action) {
        return new Item(message.tenant(), slot, message.requestKey(), stored.clientRef(), verdict, score, action);
    }

    @Override
    public void close() {
        subscribed.close();
    }
}
