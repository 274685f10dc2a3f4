package dev.winnow.ingest.apple;

import dev.winnow.message.Channel;
import dev.winnow.message.InvalidMessageException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What iOS asks: {@code {"_version":1,"query":{"sender":..,"message":{"text":..}},"app":{..}}}, with null possible at every level. */
final class FilterQuery {
    private FilterQuery() {}

    /** The message in question; empty when there is none, or none that can be scanned. */
    static Optional<SmsMessage> message(byte[] body, JsonMapper json) {
        try {
            JsonNode query = json.readTree(body).path("query");
            JsonNode text = query.path("message").path("text");
            if (!text.isString()) {
                return Optional.empty();
            }
            return Optional.of(new SmsMessage(
                    text.stringValue(), sender(query.path("sender")), Channel.SMS, null, null, null, Priority.LIVE));
        } catch (JacksonException | InvalidMessageException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String sender(JsonNode sender) {
        return sender.isString() ? sender.stringValue() : null;
    }
}
