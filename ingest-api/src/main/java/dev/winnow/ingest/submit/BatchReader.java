package dev.winnow.ingest.submit;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.submit.MessageReader.Parsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads a batch of messages. An invalid message does not affect the others. */
final class BatchReader {
    static final int MAX_MESSAGES = 500;

    private BatchReader() {}

    /**
     * Reads the items of a batch, in order.
     *
     * @throws ProblemException 400 if the wrapper is not {@code {"messages":[1 to 500 items]}}
     */
    static List<Parsed> readBatch(byte[] body) {
        try (JsonParser json = MessageReader.JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw brokenBatch("", "must be a JSON object");
            }
            @Nullable List<Parsed> items = null;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("messages")) {
                    items = readItems(json);
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw brokenBatch("", "must end after the object");
            }
            if (items == null || items.isEmpty()) {
                throw brokenBatch("/messages", "must have 1 to " + MAX_MESSAGES + " items");
            }
            return items;
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalidBody(List.of(FieldError.ofSyntaxError(e))));
        }
    }

    private static List<Parsed> readItems(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw brokenBatch("/messages", "must be an array");
        }
        List<Parsed> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (items.size() == MAX_MESSAGES) {
                throw brokenBatch("/messages", "must have 1 to " + MAX_MESSAGES + " items");
            }
            items.add(readItem(json, token));
        }
        return items;
    }

    private static Parsed readItem(JsonParser json, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return MessageReader.readMessage(json);
        }
        json.skipChildren();
        return new Parsed.Invalid(List.of(new FieldError("", "must be a JSON object")), null);
    }

    private static ProblemException brokenBatch(String pointer, String detail) {
        return new ProblemException(Problem.invalidBody(List.of(new FieldError(pointer, detail))));
    }
}
