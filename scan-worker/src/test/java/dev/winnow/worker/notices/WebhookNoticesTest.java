package dev.winnow.worker.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Scan;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.InMemoryWebhookQueue;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookSamples;
import dev.winnow.worker.poll.VerdictListener;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookNoticesTest {
    private static final String TEXT = "a text that nobody is told";

    private final InMemoryEndpointStore endpoints = new InMemoryEndpointStore();
    private final InMemoryWebhookQueue queue = new InMemoryWebhookQueue();
    private final Envelope envelope = new Envelope(
            VerdictSamples.envelope(),
            "g1",
            List.of(
                    slot("quiet"),
                    slot("acme"),
                    new Envelope.Slot("acme", SmsMessage.ofText(TEXT), Instant.now(), "f00d", null)));
    private final EnvelopeVerdicts verdicts = VerdictSamples.of(
            envelope.id(), judged(), new SlotVerdict(new Verdict.Failed("broke"), "ref-1", Instant.EPOCH), judged());

    @SuppressWarnings("NullAway.Init")
    private WebhookNotices notices;

    @AfterEach
    void close() {
        notices.close();
    }

    @Test
    void tellsTheVerdictsOfTenantsThatWantToKnowAndNoText() {
        notices = subscribedTo("acme");

        notices.onSaved(envelope, verdicts);

        WebhookNotice notice = queue.notices().getFirst();
        assertThat(queue.notices()).hasSize(1);
        assertThat(notice.envelope()).isEqualTo(envelope.id());
        assertThat(notice.items()).extracting(WebhookNotice.Item::slot).containsExactly(1, 2);
        assertThat(notice.items()).extracting(WebhookNotice.Item::verdict).containsExactly("unknown", "clean");
        assertThat(notice.items()).extracting(WebhookNotice.Item::requestKey).containsExactly(null, "f00d");
        assertThat(notice.toString()).doesNotContain(TEXT);
    }

    @Test
    void sendsNothingWithoutASubscribedTenant() {
        notices = subscribedTo("others");

        notices.onSaved(envelope, verdicts);

        assertThat(queue.notices()).isEmpty();
    }

    @Test
    void tellsWhichVerdictsWereReplaced() {
        notices = subscribedTo("acme");
        Scan rescan = new Scan("rules-2", "yara", Instant.EPOCH);
        SlotVerdict replaced = new SlotVerdict(VerdictSamples.clean(), "ref-1", Instant.EPOCH, rescan);
        EnvelopeVerdicts changed = verdicts.changedTo(List.of(judged(), replaced, judged()));

        notices.onChanged(VerdictListener.messagesOf(envelope), changed);

        assertThat(queue.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.event()).isEqualTo(EventType.VERDICT_CHANGED);
            assertThat(notice.revision()).isEqualTo(2);
            assertThat(notice.ruleset()).isEqualTo("rules-2");
            assertThat(notice.items()).extracting(WebhookNotice.Item::slot).containsExactly(1);
        });
    }

    @Test
    void letsTheEnvelopeStayOnItsQueueWhenTheNoticeIsNotTaken() {
        notices = subscribedTo("acme");
        queue.goDown();

        assertThatThrownBy(() -> notices.onSaved(envelope, verdicts)).isInstanceOf(QueueUnavailableException.class);
    }

    /** Returns when the list of tenants has been read: before that every tenant gets notices. */
    private WebhookNotices subscribedTo(String... tenants) {
        for (String tenant : tenants) {
            Endpoint endpoint = WebhookSamples.endpoint(tenant, "https://hooks.example/");
            endpoints.addEndpoint(endpoint);
            endpoints.replaceEndpoint(endpoint.withAnswer());
        }
        WebhookNotices fresh = new WebhookNotices(endpoints, queue);
        await().until(() -> !fresh.announcesTo("nobody"));
        return fresh;
    }

    private static Envelope.Slot slot(String tenant) {
        return new Envelope.Slot(tenant, SmsMessage.ofText(TEXT), Instant.now());
    }

    private static SlotVerdict judged() {
        return new SlotVerdict(VerdictSamples.clean(), null, Instant.EPOCH);
    }
}
