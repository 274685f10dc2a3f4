package dev.winnow.history;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages of tenants that consent, as long as they consent. Calls block; any thread, best a virtual one. Every call throws {@link
 * StoreUnavailableException} if the store does not answer; a repetition is safe.
 */
public interface MessageHistory extends AutoCloseable {
    /** The longest time between the end of a consent and the deletion of its messages. */
    Duration FORGOTTEN_WITHIN = Duration.ofDays(1);

    /** The cursor of the first page. */
    String START = "";

    /** A history that keeps nothing. */
    MessageHistory NONE = new MessageHistory() {
        @Override
        public void saveMessages(List<KeptMessage> messages) {
            // Intentionally empty.
        }

        @Override
        public Page readPage(Instant from, Instant to, String cursor) {
            return new Page(List.of(), null);
        }

        @Override
        public void forgetMessages(TenantDirectory tenants, Instant now) {
            // Intentionally empty.
        }

        @Override
        public void close() {
            // Intentionally empty.
        }
    };

    /**
     * Some messages in the order in which they are kept.
     *
     * @param next the cursor of the next page; null after the last one
     */
    record Page(List<KeptMessage> messages, @Nullable String next) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    /** The pause between two saves of a process that suits this history. */
    default Duration saveEvery() {
        return Duration.ofSeconds(1);
    }

    /** Saves messages. A message that is saved again may be there twice. */
    void saveMessages(List<KeptMessage> messages);

    /**
     * Reads the messages that were accepted in a time range, page by page. A page may be empty although another one follows.
     *
     * @param from the beginning of the range
     * @param to the end of the range, itself not part of it
     * @param cursor {@link #START}, or the cursor that the page before has
     */
    Page readPage(Instant from, Instant to, String cursor);

    /**
     * Deletes the messages of tenants that do not consent any more, and messages that are older than their tenant's consent allows. Called every
     * hour by every worker; a history that workers share may leave the work to one of them.
     */
    void forgetMessages(TenantDirectory tenants, Instant now);

    @Override
    void close();

    /** The consent of a tenant; empty if there is none, or no such tenant. */
    static Optional<HistoryConsent> findConsent(TenantDirectory tenants, String tenant) {
        return tenants.findTenant(tenant).map(Tenant::settings).map(TenantSettings::history);
    }
}
