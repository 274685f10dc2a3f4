package dev.winnow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryRecorderTest {
    private final InMemoryHistory kept = new InMemoryHistory();
    private final LiveTenants tenants = new LiveTenants(List.of(
            tenant("silent", null),
            tenant("open", new HistoryConsent(7, 1)),
            tenant("half", new HistoryConsent(7, 0.5))));

    @Test
    void keepsMessagesOfTenantsThatConsent() {
        HistoryRecorder recorder = new HistoryRecorder(kept, tenants, Clock.systemUTC());
        recorder.recordEnvelope(envelope("silent", "open", "gone", "open"));
        assertThat(read()).isEmpty();

        recorder.flush();

        assertThat(read()).extracting(KeptMessage::tenant).containsExactly("open", "open");
        assertThat(read()).extracting(KeptMessage::slot).containsExactly(1, 3);
    }

    @Test
    void keepsTheSameShareOfMessagesEachTime() {
        HistoryRecorder recorder = new HistoryRecorder(kept, tenants, Clock.systemUTC());
        Envelope envelope = envelope(Collections.nCopies(200, "half").toArray(String[]::new));
        recorder.recordEnvelope(envelope);
        recorder.flush();
        List<KeptMessage> first = read();

        recorder.recordEnvelope(envelope);
        recorder.flush();

        assertThat(first).hasSizeBetween(60, 140);
        assertThat(read()).hasSize(2 * first.size()).containsAll(first);
    }

    @Test
    void keepsMessagesInMemoryWhileTheStoreIsAway() {
        Away store = new Away();
        HistoryRecorder recorder = new HistoryRecorder(store, tenants, Clock.systemUTC());
        recorder.recordEnvelope(envelope("open"));
        assertThatThrownBy(recorder::flush).isInstanceOf(StoreUnavailableException.class);
        recorder.recordEnvelope(envelope("open"));

        store.isAway = false;
        recorder.close();

        assertThat(read()).hasSize(2);
    }

    /** A history that is away at first. */
    private final class Away implements MessageHistory {
        private boolean isAway = true;

        @Override
        public void saveMessages(List<KeptMessage> messages) {
            if (isAway) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            kept.saveMessages(messages);
        }

        @Override
        public Page readPage(Instant from, Instant to, String cursor) {
            return kept.readPage(from, to, cursor);
        }

        @Override
        public void forgetMessages(TenantDirectory directory, Instant now) {
            kept.forgetMessages(directory, now);
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    private List<KeptMessage> read() {
        return kept.readPage(Instant.EPOCH, Instant.now().plusSeconds(1), MessageHistory.START)
                .messages();
    }

    private static Envelope envelope(String... tenants) {
        return new Envelope(
                UUID.randomUUID(),
                "group",
                List.of(tenants).stream()
                        .map(tenant -> new Envelope.Slot(tenant, SmsMessage.ofText("See you at eight"), Instant.now()))
                        .toList());
    }

    private static Tenant tenant(String id, @Nullable HistoryConsent consent) {
        return new Tenant(id, List.of(), TenantSettings.DEFAULT.withHistory(consent));
    }
}
