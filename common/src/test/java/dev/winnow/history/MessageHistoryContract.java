package dev.winnow.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Channel;
import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of every {@link MessageHistory}, with one subclass for each adapter. */
public abstract class MessageHistoryContract {
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));

    /** An empty history. */
    protected abstract MessageHistory history();

    @Test
    void readsTheMessagesOfATime() {
        KeptMessage early = message("acme", noon.minusSeconds(7_200));
        KeptMessage first = message("acme", noon);
        KeptMessage second = message("globex", noon.plusMillis(1));
        KeptMessage late = message("acme", noon.plusSeconds(3_600));
        history().saveMessages(List.of(early, first));
        history().saveMessages(List.of(second, late));

        assertThat(read(noon, noon.plusSeconds(3_600))).containsExactlyInAnyOrder(first, second);
        assertThat(read(noon, noon)).isEmpty();
        assertThat(read(Instant.EPOCH, noon.plus(Duration.ofDays(1))))
                .containsExactlyInAnyOrder(early, first, second, late);
    }

    @Test
    void readsManyMessagesPageByPage() {
        List<KeptMessage> many = IntStream.range(0, 2_500)
                .mapToObj(i -> message("acme", noon.plusMillis(i / 3)))
                .toList();
        history().saveMessages(many.subList(0, 1_000));
        history().saveMessages(many.subList(1_000, 2_500));

        assertThat(read(noon, noon.plusSeconds(60))).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void keepsEachPartOfAMessage() {
        SmsMessage sms = SmsMessage.repaired(
                "quotes \" and tabs \t and \ud83d\ude00", "+4915112345678", Channel.SMS, noon, Priority.BULK);
        KeptMessage kept = new KeptMessage(UUID.randomUUID(), 199, new Envelope.Slot("acme", sms, noon, "key", null));
        history().saveMessages(List.of(kept));

        assertThat(read(noon, noon.plusMillis(1))).containsExactly(kept);
    }

    @Test
    void forgetsATenantThatTakesItsConsentBack() {
        KeptMessage acme = message("acme", noon);
        KeptMessage globex = message("globex", noon);
        history().saveMessages(List.of(acme, globex));

        history().forgetMessages(tenants(tenant("acme", null), tenant("globex", new HistoryConsent(7, 0))), noon);

        assertThat(read(noon, noon.plusSeconds(1))).containsExactly(globex);
    }

    @Test
    void forgetsATenantThatIsGone() {
        history().saveMessages(List.of(message("acme", noon)));

        history().forgetMessages(tenants(), noon);

        assertThat(read(noon, noon.plusSeconds(1))).isEmpty();
    }

    @Test
    void forgetsMessagesThatAreOlderThanTheirTenantAllows() {
        KeptMessage acme = message("acme", noon);
        KeptMessage globex = message("globex", noon);
        Tenants tenants = tenants(tenant("acme", new HistoryConsent(1, 1)), tenant("globex", new HistoryConsent(3, 1)));
        history().saveMessages(List.of(acme, globex));

        history().forgetMessages(tenants, noon.plus(Duration.ofHours(20)));
        assertThat(read(noon, noon.plusSeconds(1))).containsExactlyInAnyOrder(acme, globex);

        history().forgetMessages(tenants, noon.plus(Duration.ofHours(32)));
        assertThat(read(noon, noon.plusSeconds(1))).containsExactly(globex);

        history().forgetMessages(tenants, noon.plus(Duration.ofHours(80)));
        assertThat(read(noon, noon.plusSeconds(1))).isEmpty();
    }

    @Test
    void forgetsNothingOfTenantsThatConsent() {
        List<KeptMessage> kept = IntStream.range(0, 300)
                .mapToObj(i -> message("a-tenant-with-a-long-name-" + i, noon))
                .toList();
        history().saveMessages(kept);

        history()
                .forgetMessages(
                        tenants(kept.stream()
                                .map(message -> tenant(message.tenant(), new HistoryConsent(30, 1)))
                                .toArray(Tenant[]::new)),
                        noon.plusSeconds(60));

        assertThat(read(noon, noon.plusSeconds(1))).containsExactlyInAnyOrderElementsOf(kept);
    }

    private List<KeptMessage> read(Instant from, Instant to) {
        List<KeptMessage> all = new ArrayList<>();
        @Nullable String cursor = MessageHistory.START;
        while (cursor != null) {
            MessageHistory.Page page = history().readPage(from, to, cursor);
            all.addAll(page.messages());
            cursor = page.next();
        }
        return all;
    }

    private static KeptMessage message(String tenant, Instant acceptedAt) {
        return new KeptMessage(
                UUID.randomUUID(), 3, new Envelope.Slot(tenant, SmsMessage.ofText("See you at eight"), acceptedAt));
    }

    private static Tenants tenants(Tenant... tenants) {
        return new Tenants(List.of(tenants));
    }

    private static Tenant tenant(String id, @Nullable HistoryConsent consent) {
        return new Tenant(id, List.of(), TenantSettings.DEFAULT.withHistory(consent));
    }
}
