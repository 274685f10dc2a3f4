package dev.winnow.ingest.compat;

import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.message.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a payload that Winnow uses, under the same names for all gateways.
 *
 * @param text the message's text; null when the payload has none
 * @param textPointer where the text is expected, as a JSON pointer
 * @param sender the number or name that it came from; null when unknown
 * @param channel how it reached the phone
 * @param stamp the same for every repetition of this message and different for another one with the same text; null when there is none
 * @param receivedAt when the phone got it, in the gateway's own spelling; null when unknown
 */
record ForwardedFields(
        @Nullable String text,
        String textPointer,
        @Nullable String sender,
        Channel channel,
        @Nullable String stamp,
        @Nullable String receivedAt) {
    /**
     * The fields of any payload that is known here.
     *
     * @throws dev.winnow.ingest.problem.ProblemException 400 if it is a gateway's event that is not about a received message
     */
    static ForwardedFields of(JsonNode root) {
        if (SmsGateEvent.isOne(root)) {
            return SmsGateEvent.fields(root);
        }
        return HttpSmsEvent.isOne(root) ? HttpSmsEvent.fields(root) : plain(root);
    }

    private static ForwardedFields plain(JsonNode root) {
        return new ForwardedFields(
                LenientBody.scalar(root.path("text")),
                "/text",
                LenientBody.scalar(root.path("from")),
                Channel.SMS,
                LenientBody.scalar(root.path("sentStamp")),
                LenientBody.scalar(root.path("receivedStamp")));
    }
}
