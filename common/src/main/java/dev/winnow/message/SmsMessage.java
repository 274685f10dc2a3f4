package dev.winnow.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One submitted text message. Immutable; any thread.
 *
 * @param text the text: 1 to {@value #MAX_TEXT_BYTES} bytes of UTF-8, well-formed Unicode
 * @param sender the number or alphanumeric name of the sender, at most {@value #MAX_SENDER_CHARS} code points; null if the client did not give it
 * @param channel the channel by which the message reached the phone
 * @param receivedAt the time at which the phone received the message, by the phone's clock; null if the client did not give it
 * @param country the country of the receiver, ISO 3166-1 alpha-2 in capitals; null if the client did not give it
 * @param clientRef the client's own name for the message, 1 to {@value #MAX_CLIENT_REF_CHARS} printable ASCII characters; null without one
 * @param priority the lane of the message
 * @param truncated whether the text is the beginning of a longer one
 */
public record SmsMessage(
        String text,
        @Nullable String sender,
        Channel channel,
        @Nullable Instant receivedAt,
        @Nullable String country,
        @Nullable String clientRef,
        Priority priority,
        boolean truncated) {

    /** The longest text in bytes of UTF-8; a concatenated SMS has at most 255 parts of 134 bytes, real ones stay far below. */
    public static final int MAX_TEXT_BYTES = 8_192;

    public static final int MAX_SENDER_CHARS = 64;
    public static final int MAX_CLIENT_REF_CHARS = 64;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CLIENT_REF = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,62}[\\x21-\\x7e])?");

    /**
     * Checks every field.
     *
     * @throws InvalidMessageException if a field is outside its range; the exception names the field
     */
    public SmsMessage {
        Utf8.requireTextOf(1, MAX_TEXT_BYTES, text);
        if (sender != null && sender.codePointCount(0, sender.length()) > MAX_SENDER_CHARS) {
            throw new InvalidMessageException("sender", "must have at most " + MAX_SENDER_CHARS + " characters");
        }
        if (sender != null && Utf8.encodedLength(sender) < 0) {
            throw new InvalidMessageException("sender", "must be well-formed Unicode: it has half of a surrogate pair");
        }
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new InvalidMessageException("country", "must be a two-letter country code such as DE");
        }
        if (clientRef != null && !CLIENT_REF.matcher(clientRef).matches()) {
            throw new InvalidMessageException(
                    "clientRef", "must have 1 to " + MAX_CLIENT_REF_CHARS + " printable ASCII characters");
        }
    }

    /** A message whose text is complete. */
    public SmsMessage(
            String text,
            @Nullable String sender,
            Channel channel,
            @Nullable Instant receivedAt,
            @Nullable String country,
            @Nullable String clientRef,
            Priority priority) {
        this(text, sender, channel, receivedAt, country, clientRef, priority, false);
    }

    /**
     * Makes a message from the input of a machine that cannot be reconfigured, and brings it within the limits: halves of surrogate pairs become
     * U+FFFD, a long sender and a long text are cut. If such messages were refused, one malformed character would pass the filter.
     *
     * @throws InvalidMessageException if the text is empty
     */
    public static SmsMessage repaired(
            String text, @Nullable String sender, Channel channel, @Nullable Instant receivedAt, Priority priority) {
        String wellFormed = Utf8.replaceHalves(text);
        String kept = Utf8.cut(wellFormed, MAX_TEXT_BYTES);
        return new SmsMessage(
                kept,
                sender == null ? null : cutSender(Utf8.replaceHalves(sender)),
                channel,
                receivedAt,
                null,
                null,
                priority,
                kept.length() < wellFormed.length());
    }

    private static String cutSender(String sender) {
        return sender.codePointCount(0, sender.length()) <= MAX_SENDER_CHARS
                ? sender
                : sender.substring(0, sender.offsetByCodePoints(0, MAX_SENDER_CHARS));
    }

    /** A live SMS without a sender or other details. */
    public static SmsMessage ofText(String text) {
        return new SmsMessage(text, null, Channel.SMS, null, null, null, Priority.LIVE);
    }
}
