package dev.winnow.console.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.access.OpsException;
import dev.winnow.console.messages.MessageSearch.FoundMessages;
import dev.winnow.console.tenants.TenantFileBook;
import dev.winnow.history.InMemoryHistory;
import dev.winnow.history.KeptMessage;
import dev.winnow.message.Channel;
import dev.winnow.message.Envelope;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.VerdictSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:30:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32])));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MessageSearch search;

    @BeforeEach
    void writeTenants() throws IOException {
        Path file = folder.resolve("tenants.yaml");
        TenantSettings keeps = TenantSettings.DEFAULT.withHistory(new HistoryConsent(2, 1));
        Files.writeString(
                file,
                TenantFile.writeDocument(List.of(
                        new Tenant("acme", List.of(), keeps),
                        new Tenant("other", List.of(), keeps),
                        new Tenant("silent", List.of(), TenantSettings.DEFAULT))));
        search = new MessageSearch(history, new TenantFileBook(file), ids, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void findsTheNewestMessagesOfATenantThatHaveTheName() {
        KeptMessage old = keep("acme", "order-1", NOW.minusSeconds(26 * 3_600));
        KeptMessage fresh = keep("acme", "order-1", NOW.minusSeconds(3_000));
        keep("acme", "order-2", NOW.minusSeconds(3_000));
        keep("other", "order-1", NOW.minusSeconds(10));

        FoundMessages found = search.findByRef("acme", "order-1", null);

        assertThat(found.messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(idOf(fresh));
            assertThat(message.acceptedAt()).isEqualTo(fresh.acceptedAt());
        });
        FoundMessages before = search.findByRef("acme", "order-1", found.backTo());
        assertThat(before.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.id()).isEqualTo(idOf(old)));
    }

    @Test
    void saysThatTheHistoryEnds() {
        FoundMessages found = search.findByRef("acme", "order-1", null);

        assertThat(found.messages()).isEmpty();
        assertThat(found.isEnd()).isTrue();
        assertThat(found.backTo()).isEqualTo(NOW.minusSeconds(2 * 86_400));
    }

    @Test
    void readsABoundedNumberOfMessagesAndSaysHowFarItLooked() {
        List<KeptMessage> many = new ArrayList<>();
        Envelope.Slot message = slot("other", "x", NOW.minusSeconds(7_200));
        for (int i = 0; i < MessageSearch.MAX_READ; i++) {
            many.add(new KeptMessage(VerdictSamples.envelope(), 0, message));
        }
        history.saveMessages(many);
        KeptMessage deep = keep("acme", "order-1", NOW.minusSeconds(20_000));

        FoundMessages first = search.findByRef("acme", "order-1", null);
        FoundMessages second = search.findByRef("acme", "order-1", first.backTo());

        assertThat(first.messages()).isEmpty();
        assertThat(first.isEnd()).isFalse();
        assertThat(first.read()).isEqualTo(MessageSearch.MAX_READ);
        assertThat(second.messages())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(idOf(deep)));
    }

    @Test
    void refusesATenantWithoutAHistory() {
        assertThatThrownBy(() -> search.findByRef("silent", "order-1", null))
                .isInstanceOf(OpsException.class)
                .hasMessageContaining("winnow tenant set silent --history");
        assertThatThrownBy(() -> search.findByRef("nobody", "order-1", null)).isInstanceOf(OpsException.class);
        assertThatThrownBy(() -> search.findByRef("acme", " ", null)).isInstanceOf(OpsException.class);
    }

    private KeptMessage keep(String tenant, String ref, Instant acceptedAt) {
        KeptMessage kept = new KeptMessage(VerdictSamples.envelope(), 3, slot(tenant, ref, acceptedAt));
        history.saveMessages(List.of(kept));
        return kept;
    }

    private static Envelope.Slot slot(String tenant, String ref, Instant acceptedAt) {
        return new Envelope.Slot(
                tenant, new SmsMessage("hello", null, Channel.SMS, null, null, ref, Priority.LIVE, false), acceptedAt);
    }

    private String idOf(KeptMessage kept) {
        return ids.issueId(kept.envelope(), kept.slot(), kept.tenant()).toString();
    }
}
