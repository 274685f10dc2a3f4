package dev.winnow.ingest.apple;

import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The query of iOS: {@code {"_version":1,"query":{"sender":..,"message":{"text":..}},"app":{..}}}, with null possible at every level. */
final class FilterQuery {
    private FilterQuery() {}

    /** The message in question, repaired; empty when there is none. */
    static Optional<SmsMessage> parseMessage(byte[] body) {
        return LenientBody.read(body).flatMap(root -> parseMessage(root.path("query")));
    }

    private static Optional<SmsMessage> parseMessage(JsonNode query) {
        String text = LenientBody.scalar(query.path("message").path("text"));
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String sender = LenientBody.scalar(query.path("sender"));
        return Optional.of(SmsMessage.repaired(text, sender, Channel.SMS, null, Priority.LIVE));
    }
}
