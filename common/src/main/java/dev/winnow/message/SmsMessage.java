package dev.winnow.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text message as a client submitted it. Immutable; any thread.
 *
 * @param text what the sender wrote: 1 to {@value #MAX_TEXT_BYTES} bytes of UTF-8, well-formed Unicode
 * @param sender number or alphanumeric name, at most {@value #MAX_SENDER_CHARS} code points; null when the client does not know it
 * @param channel how it reached the phone
 * @param receivedAt when the phone got it, by the phone's clock; null when the client does not say
 * @param country ISO 3166-1 alpha-2 code in capitals of the receiver; null when the client does not say
 * @param clientRef the client's own name for it, 1 to {@value #MAX_CLIENT_REF_CHARS} printable ASCII characters; null when it has none
 * @param priority the lane it takes
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

    /** A message with its whole text. */
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
     * A message from a machine that cannot be reconfigured, brought within the limits: halves of surrogate pairs become U+FFFD, a long
     * sender and a long text are cut. Refusing such a message would let a sender pass the filter with one malformed character.
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

    /** A live SMS of which only the text is known. */
    public static SmsMessage ofText(String text) {
        return new SmsMessage(text, null, Channel.SMS, null, null, null, Priority.LIVE);
    }
}
