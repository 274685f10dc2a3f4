package dev.winnow.console.messages;

import dev.winnow.console.access.OpsException;
import dev.winnow.message.Channel;
import dev.winnow.message.InvalidMessageException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text to try, with the particulars that rules can look at.
 *
 * @param text the text; null is refused like an empty text
 * @param sender the sender; null or blank if it is unknown
 * @param channel sms, mms or rcs; null for sms
 * @param country the country of the receiver in two letters; null or blank if it is unknown
 */
record TrialText(
        @Nullable String text,
        @Nullable String sender,
        @Nullable String channel,
        @Nullable String country) {

    /**
     * The message to scan.
     *
     * @throws OpsException 400 if a field is outside its range
     */
    SmsMessage toMessage() {
        if (text == null || text.isEmpty()) {
            throw OpsException.badRequest("'text' is missing.");
        }
        try {
            return new SmsMessage(
                    text,
                    stripToNull(sender),
                    channel == null ? Channel.SMS : Channel.fromToken(channel),
                    null,
                    country == null || country.isBlank()
                            ? null
                            : country.strip().toUpperCase(Locale.ROOT),
                    null,
                    Priority.LIVE);
        } catch (InvalidMessageException e) {
            throw OpsException.badRequest(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException unknownChannel) {
            throw OpsException.badRequest("'channel' must be sms, mms or rcs.");
        }
    }

    private static @Nullable String stripToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
