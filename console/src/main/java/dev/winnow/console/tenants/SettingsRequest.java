package dev.winnow.console.tenants;

import dev.winnow.tenant.SenderLists;
import dev.winnow.tenant.TenantSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings as an operator writes them; a setting that is null has its default. Lists of senders, the
 * app's token and the consent to a history are left as they are.
 *
 * @param junkThreshold the score from which a message is junk
 * @param promotionThreshold the score from which a promotion is marked as one
 * @param messagesPerMinute the most messages that all keys together may submit
 * @param deadlineSeconds the age from which a message on the queue expires
 * @param country the country of numbers without a country code, such as {@code DE}
 */
public record SettingsRequest(
        @Nullable Integer junkThreshold,
        @Nullable Integer promotionThreshold,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer deadlineSeconds,
        @Nullable String country) {
    /** The values in force. */
    static SettingsRequest of(TenantSettings settings) {
        Duration deadline = settings.deadline();
        return new SettingsRequest(
                settings.junkThreshold(),
                settings.promotionThreshold(),
                settings.messagesPerMinute(),
                deadline == null ? null : (int) deadline.toSeconds(),
                settings.senders().country());
    }

    /**
     * The settings with these values.
     *
     * @throws IllegalArgumentException if a value is not allowed; names it
     */
    TenantSettings applyTo(TenantSettings old) {
        return new TenantSettings(
                junkThreshold == null ? TenantSettings.DEFAULT.junkThreshold() : junkThreshold,
                promotionThreshold == null ? TenantSettings.DEFAULT.promotionThreshold() : promotionThreshold,
                SenderLists.of(
                        country == null || country.isBlank() ? null : country.strip(),
                        old.senders().allowed(),
                        old.senders().blocked()),
                messagesPerMinute,
                old.appToken(),
                deadlineSeconds == null ? null : Duration.ofSeconds(deadlineSeconds),
                old.history());
    }
}
